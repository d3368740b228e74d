// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claude/claude_toggle.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/toggle_switch.h"
#include "ui/claude/claude_switch.h"
#include "ui/claude/finding_list.h"

#include <QToolButton>

namespace qcc {

namespace {

bool isTroubled(const ClaudeSwitch &claude)
{
    const TakeoverState state = claude.status().state;
    const bool odd = state == TakeoverState::Edited || state == TakeoverState::Interrupted ||
                     state == TakeoverState::Unusable;
    return odd || claude.leadsNowhere() || !pressingFindings(claude.status()).empty();
}

} // namespace

ClaudeToggle::ClaudeToggle(ClaudeSwitch &claude, QWidget *parent)
    : QWidget(parent), m_claude(claude), m_switch(new ToggleSwitch(this)), m_details(new QToolButton(this))
{
    m_details->setAutoRaise(true);
    m_details->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(m_switch);
    row->addWidget(m_details);
    connect(m_switch, &QAbstractButton::clicked, &claude, &ClaudeSwitch::set);
    connect(m_details, &QToolButton::clicked, &claude, &ClaudeSwitch::detailsWanted);
    connect(&claude, &ClaudeSwitch::changed, this, &ClaudeToggle::refresh);
    refresh();
}

void ClaudeToggle::refresh()
{
    const bool troubled = isTroubled(m_claude);
    m_switch->setText(claudeSwitchName());
    m_switch->setAccessibleName(claudeSwitchName());
    m_switch->setChecked(m_claude.isOn());
    m_switch->setEnabled(m_claude.canChange());
    m_switch->setToolTip(claudeSwitchTip(m_claude));
    m_switch->setAccessibleDescription(m_switch->toolTip());
    m_details->setIcon(troubled ? icon(Icon::Warning, colorsFor(palette()).warn) : icon(Icon::Info));
    m_details->setToolTip(troubled ? tr("Claude Code: something stands in the way")
                                   : tr("Claude Code: details"));
    m_details->setAccessibleName(m_details->toolTip());
}

void ClaudeToggle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

QString claudeSwitchTip(const ClaudeSwitch &claude)
{
    if (claude.isOn())
        return ClaudeToggle::tr("Puts back what Claude Code's settings held before");
    const QString hindrance = claude.hindrance();
    return hindrance.isEmpty()
               ? ClaudeToggle::tr("Puts QCC's address and token into Claude Code's settings; what was there "
                                  "comes back when you switch it off")
               : hindrance;
}

} // namespace qcc
