// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/event_filter_bar.h"

#include "models/text/event_text.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/quiet_wheel.h"
#include "ui/history/choices.h"

#include <QComboBox>
#include <QDateEdit>

namespace qcc {

namespace {

constexpr std::array kTypes{FailoverEventType::Failover, FailoverEventType::Recovery,
                            FailoverEventType::Manual, FailoverEventType::Activation};

QDateEdit *makeDate(QWidget *parent)
{
    auto *date = new QDateEdit(QDate::currentDate(), parent);
    date->setCalendarPopup(true);
    date->setDisplayFormat(QStringLiteral("yyyy-MM-dd")); // as the table has it
    ignoreWheelWithoutFocus(date);
    return date;
}

} // namespace

EventFilterBar::EventFilterBar(QWidget *parent) : QWidget(parent)
{
    build();
    retranslate();
    showDates();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &EventFilterBar::changed);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &EventFilterBar::choose);
    for (QComboBox *box : {m_type, m_config, m_period})
        connect(box, &QComboBox::currentIndexChanged, this, &EventFilterBar::choose);
    for (QDateEdit *date : {m_first, m_last})
        connect(date, &QDateEdit::dateChanged, this, &EventFilterBar::choose);
}

void EventFilterBar::build()
{
    m_type = makeChoice(this);
    for (const FailoverEventType type : kTypes)
        m_type->addItem(QString(), static_cast<int>(type));
    m_config = makeChoice(this);
    m_period = makeChoice(this);
    m_period->clear();
    for (const Period period : kPeriods)
        m_period->addItem(QString(), static_cast<int>(period));
    m_search = makeSearch(this);
    m_row = new QHBoxLayout;
    m_row->setSpacing(grid::kSmall);
    for (QWidget *box : std::initializer_list<QWidget *>{m_type, m_config, m_period})
        m_row->addWidget(box);
    m_row->addWidget(m_search, 1);

    m_dates = new QWidget(this);
    m_from = new QLabel(m_dates);
    m_to = new QLabel(m_dates);
    m_first = makeDate(m_dates);
    m_last = makeDate(m_dates);
    m_from->setBuddy(m_first);
    m_to->setBuddy(m_last);
    auto *dates = new QHBoxLayout(m_dates);
    dates->setContentsMargins({});
    dates->setSpacing(grid::kSmall);
    for (QWidget *part : std::initializer_list<QWidget *>{m_from, m_first, m_to, m_last})
        dates->addWidget(part);
    dates->addStretch(1);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(grid::kSmall);
    rows->addLayout(m_row);
    rows->addWidget(m_dates);
}

void EventFilterBar::addButton(QWidget *button)
{
    m_row->addWidget(button);
}

void EventFilterBar::setConfigs(const QStringList &names)
{
    setChoices(m_config, names);
}

EventFilter EventFilterBar::filter(TimePoint now) const
{
    EventFilter filter;
    if (m_type->currentIndex() > 0)
        filter.type = static_cast<FailoverEventType>(m_type->currentData().toInt());
    filter.config = m_config->currentData().toString();
    filter.text = m_search->text().trimmed();
    return within(filter, period(), {m_first->date(), m_last->date()}, now);
}

bool EventFilterBar::isFiltering() const
{
    return m_type->currentIndex() > 0 || m_config->currentIndex() > 0 || period() != Period::Always ||
           !m_search->text().trimmed().isEmpty();
}

Period EventFilterBar::period() const
{
    return static_cast<Period>(m_period->currentData().toInt());
}

void EventFilterBar::clear()
{
    if (!isFiltering() && m_search->text().isEmpty())
        return;
    {
        const QSignalBlocker type(m_type);
        const QSignalBlocker config(m_config);
        const QSignalBlocker chosen(m_period);
        const QSignalBlocker search(m_search);
        m_type->setCurrentIndex(0);
        m_config->setCurrentIndex(0);
        m_period->setCurrentIndex(0);
        m_search->clear();
    }
    choose();
}

void EventFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void EventFilterBar::choose()
{
    m_typing.stop();
    showDates();
    Q_EMIT changed();
}

void EventFilterBar::showDates()
{
    m_dates->setVisible(period() == Period::Custom);
}

void EventFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EventFilterBar::retranslate()
{
    m_type->setItemText(0, tr("All types"));
    for (size_t i = 0; i < kTypes.size(); ++i)
        m_type->setItemText(static_cast<int>(i) + 1, capitalized(eventTypeName(kTypes[i])));
    m_config->setItemText(0, tr("All configs"));
    const QStringList periods{tr("Any time"),    tr("Today"),        tr("Last 24 hours"),
                              tr("Last 7 days"), tr("Last 30 days"), tr("From … to …")};
    for (int i = 0; i < periods.size(); ++i)
        m_period->setItemText(i, periods[i]);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Search in the names of configs and in the words that people gave as a reason"));
    m_from->setText(tr("From"));
    m_to->setText(tr("to", "from a date to a date"));
    m_type->setAccessibleName(tr("Type of event"));
    m_config->setAccessibleName(tr("Config"));
    m_period->setAccessibleName(tr("Period"));
    m_search->setAccessibleName(tr("Search configs and reasons"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
}

} // namespace qcc
