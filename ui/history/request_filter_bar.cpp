// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/request_filter_bar.h"

#include "models/items/request_cells.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/history/choices.h"

#include <QComboBox>

namespace qcc {

namespace {

constexpr std::array kEnds{RequestEnd::Served, RequestEnd::Failed, RequestEnd::Broken,
                           RequestEnd::ClientGone};

} // namespace

RequestFilterBar::RequestFilterBar(QWidget *parent) : QWidget(parent)
{
    m_end = makeChoice(this);
    for (const RequestEnd end : kEnds)
        m_end->addItem(QString(), static_cast<int>(end));
    m_config = makeChoice(this);
    m_search = makeSearch(this);
    m_pause = new QPushButton(this);
    m_pause->setCheckable(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(grid::kSmall);
    row->addWidget(m_end);
    row->addWidget(m_config);
    row->addWidget(m_search, 1);
    row->addWidget(m_pause);
    retranslate();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &RequestFilterBar::searchChanged);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_end, &QComboBox::currentIndexChanged, this, &RequestFilterBar::filterChanged);
    connect(m_config, &QComboBox::currentIndexChanged, this, &RequestFilterBar::filterChanged);
    connect(m_pause, &QPushButton::toggled, this, &RequestFilterBar::showPause);
    connect(m_pause, &QPushButton::toggled, this, &RequestFilterBar::pauseToggled);
}

void RequestFilterBar::setConfigs(const QStringList &names)
{
    setChoices(m_config, names);
}

RequestFilter RequestFilterBar::filter() const
{
    RequestFilter filter;
    filter.config = m_config->currentData().toString();
    if (m_end->currentIndex() > 0)
        filter.end = static_cast<RequestEnd>(m_end->currentData().toInt());
    return filter;
}

QString RequestFilterBar::searched() const
{
    return m_search->text().trimmed();
}

bool RequestFilterBar::isFiltering() const
{
    return m_end->currentIndex() > 0 || m_config->currentIndex() > 0 || !searched().isEmpty();
}

bool RequestFilterBar::isPaused() const
{
    return m_pause->isChecked();
}

void RequestFilterBar::clear()
{
    searchFor({});
}

void RequestFilterBar::searchFor(const QString &text)
{
    {
        const QSignalBlocker end(m_end);
        const QSignalBlocker config(m_config);
        const QSignalBlocker search(m_search);
        m_end->setCurrentIndex(0);
        m_config->setCurrentIndex(0);
        m_search->setText(text);
    }
    m_typing.stop();
    Q_EMIT searchChanged();
    Q_EMIT filterChanged();
}

void RequestFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QWidget *RequestFilterBar::lastInTabOrder() const
{
    return m_pause;
}

void RequestFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RequestFilterBar::showPause()
{
    m_pause->setIcon(icon(isPaused() ? Icon::Play : Icon::Pause));
    m_pause->setText(isPaused() ? tr("Continue") : tr("Pause"));
    m_pause->setToolTip(isPaused() ? tr("Show new requests again") : tr("Keep the list as it is"));
}

void RequestFilterBar::retranslate()
{
    m_end->setItemText(0, tr("All outcomes"));
    for (size_t i = 0; i < kEnds.size(); ++i)
        m_end->setItemText(static_cast<int>(i) + 1, capitalized(requestEndName(kEnds[i])));
    m_config->setItemText(0, tr("All configs"));
    m_search->setPlaceholderText(tr("Search models and sessions"));
    m_end->setAccessibleName(tr("Outcome"));
    m_config->setAccessibleName(tr("Config"));
    m_search->setAccessibleName(m_search->placeholderText());
    showPause();
}

} // namespace qcc
