// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace qcc {

class ClaudeSwitch;
class ToggleSwitch;

/// The switch "Claude Code uses QCC" with its words, and a button that opens the details: its symbol is a
/// warning where something stands in the way. Follows the ClaudeSwitch. Main thread.
class ClaudeToggle final : public QWidget
{
    Q_OBJECT
public:
    explicit ClaudeToggle(ClaudeSwitch &claude, QWidget *parent = nullptr);

    ToggleSwitch *toggle() const { return m_switch; }
    QToolButton *details() const { return m_details; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    ClaudeSwitch &m_claude;
    ToggleSwitch *m_switch;
    QToolButton *m_details;
};

/// What a press on the switch would do, or why it can't be pressed: for tool tips.
QString claudeSwitchTip(const ClaudeSwitch &claude);

} // namespace qcc
