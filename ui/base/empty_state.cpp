// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/empty_state.h"

#include "ui/base/action_row.h"
#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"

namespace qcc {

namespace {

constexpr int kWidestText = 420;

} // namespace

EmptyState::EmptyState(Icon which, QWidget *parent)
    : QWidget(parent), m_which(which), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_text(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    for (QLabel *label : {m_icon, m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(kWidestText);
    m_title->setFont(headingFont(font(), 2));
    m_buttons->setSpacing(grid::kSmall);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid::kSmall);
    column->addStretch();
    column->addWidget(m_icon);
    column->addSpacing(grid::kUnit);
    column->addWidget(m_title);
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_text, 1000); // its width up to kWidestText comes before the stretches
    middle->addStretch();
    column->addLayout(middle);
    column->addSpacing(grid::kSmall);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_buttons);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    recolor();
}

void EmptyState::setIcon(Icon which)
{
    m_which = which;
    recolor();
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::setActions(const std::vector<NamedAction> &actions)
{
    m_actions = actions;
    showActions(m_buttons, this, m_actions, [this](const QString &id) { Q_EMIT actionTriggered(id); });
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
    if (event->type() == QEvent::FontChange)
        m_title->setFont(headingFont(font(), 2));
}

void EmptyState::recolor()
{
    const Colors &colors = colorsFor(palette());
    m_icon->setPixmap(
        icon(m_which, colors.idle).pixmap(QSize(grid::kLargeIcon, grid::kLargeIcon), devicePixelRatioF()));
    QPalette muted = m_text->palette();
    muted.setColor(QPalette::WindowText, colors.textMuted);
    m_text->setPalette(muted);
}

} // namespace qcc
