// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claude/claude_switch.h"

namespace qcc {

ClaudeSwitch::ClaudeSwitch(InstanceDoor &instance, DesktopDoor &desktop, ClaudeDoor &claude, QObject *parent)
    : QObject(parent), m_instance(instance), m_desktop(desktop), m_claude(claude)
{
    connect(&claude, &ClaudeDoor::statusChanged, this, &ClaudeSwitch::tellChange);
    connect(&instance, &InstanceDoor::stateChanged, this, &ClaudeSwitch::tellChange);
    connect(&instance, &InstanceDoor::snapshotChanged, this, [this, was = std::optional<bool>()]() mutable {
        if (std::exchange(was, m_instance.snapshot().serving) != m_instance.snapshot().serving)
            tellChange();
    });
    m_useless = leadsNowhere();
}

void ClaudeSwitch::tellChange()
{
    Q_EMIT changed();
    if (!std::exchange(m_useless, leadsNowhere()) && m_useless)
        Q_EMIT becameUseless();
}

bool ClaudeSwitch::isOn() const
{
    return status().state == TakeoverState::On || status().state == TakeoverState::Edited;
}

/// To put back, nobody needs to run.
bool ClaudeSwitch::canChange() const
{
    if (m_busy)
        return false;
    return isOn() ? !m_desktop.facts().simulation : hindrance().isEmpty();
}

QString ClaudeSwitch::hindrance() const
{
    if (m_desktop.facts().simulation)
        return tr("The simulation leaves Claude Code alone. End it first.");
    if (!m_instance.isReachable())
        return tr("QCC does not run, so Claude Code would meet nobody.");
    if (!m_instance.snapshot().serving)
        return tr("Switch the proxy on first: Claude Code would meet nobody.");
    return {};
}

bool ClaudeSwitch::leadsNowhere() const
{
    const bool somebodyStarts = m_instance.state().link == InstanceLink::Starting;
    const bool answers = m_instance.isReachable() && m_instance.snapshot().serving;
    return isOn() && !m_desktop.facts().simulation && !somebodyStarts && !answers;
}

bool ClaudeSwitch::isBlocked() const
{
    return std::any_of(status().findings.begin(), status().findings.end(),
                       [](const TakeoverFinding &finding) { return finding.blocks; });
}

void ClaudeSwitch::set(bool on)
{
    if (on == isOn() || m_busy)
        return Q_EMIT changed(); // whoever pressed shows how it is
    if (!on)
        return putBack();
    if (isBlocked())
        return letDecide();
    m_busy = true;
    Q_EMIT changed();
    m_claude.connectClaude(orTell());
}

void ClaudeSwitch::putBack()
{
    if (status().state == TakeoverState::Edited)
        return letDecide();
    release(false);
}

void ClaudeSwitch::release(bool keepEdits)
{
    if (std::exchange(m_busy, true))
        return;
    Q_EMIT changed();
    m_claude.disconnectClaude(keepEdits, orTell());
}

void ClaudeSwitch::letDecide()
{
    Q_EMIT changed(); // whoever pressed shows how it is
    Q_EMIT detailsWanted();
}

Answer<Done> ClaudeSwitch::orTell()
{
    return [self = QPointer(this)](const Result<Done> &result) {
        if (!self)
            return;
        self->m_busy = false;
        Q_EMIT self->changed();
        if (!result)
            Q_EMIT self->refused(result.refusal());
    };
}

QString claudeSwitchName()
{
    return ClaudeSwitch::tr("Claude Code uses QCC", "a switch");
}

QString claudeLeadsNowhereText()
{
    return ClaudeSwitch::tr(
        "Claude Code uses QCC, but meets nobody while the proxy does not run: its requests "
        "fail.");
}

} // namespace qcc
