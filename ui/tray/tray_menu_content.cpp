// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_menu_content.h"

#include "models/rules/tray_state.h"
#include "ui/claude/claude_switch.h"

namespace qcc {

namespace {

bool canBeChosen(const ConfigSnapshot &config)
{
    return config.groupEnabled && config.priority != Priority::Disabled && config.health.totalEndpoints > 0;
}

void add(std::vector<TrayGroup> &groups, const ConfigSnapshot &config, const QString &active)
{
    if (groups.empty() || groups.back().priority != config.priority)
        groups.push_back({config.priority, {}});
    groups.back().configs.push_back({config.config, config.health.status, config.config == active});
}

bool raisesQuestions(TrayState state)
{
    switch (state) {
    case TrayState::OwnNetwork:
    case TrayState::AllDown:
    case TrayState::FailedOver:
    case TrayState::Degraded:
        return true;
    case TrayState::Unknown:
    case TrayState::ProxyOff:
    case TrayState::Paused:
    case TrayState::AllWell:
        return false;
    }
    Q_UNREACHABLE();
}

/// Of all that can be chosen, in their order: as many as there is room for, and the active one.
void addConfigs(TrayMenuContent &content, const FailoverSnapshot &failover)
{
    std::vector<const ConfigSnapshot *> all;
    for (const ConfigSnapshot &config : failover.configs) {
        if (canBeChosen(config))
            all.push_back(&config);
    }
    const auto isActive = [&](const ConfigSnapshot *config) { return config->config == failover.active; };
    const auto most = std::min(all.size(), size_t{kMostTrayConfigs});
    const auto active = std::find_if(all.begin(), all.end(), isActive);
    if (active != all.end() && active - all.begin() >= kMostTrayConfigs)
        std::swap(all[most - 1], *active);
    for (size_t i = 0; i < most; ++i)
        add(content.groups, *all[i], failover.active);
    content.more = most < all.size();
}

} // namespace

TrayMenuContent trayMenuContent(const InstanceDoor &door, const ClaudeSwitch *claude)
{
    TrayMenuContent content;
    content.reachable = door.isReachable();
    if (claude) {
        content.claude = claude->isOn();
        content.canChangeClaude = claude->canChange();
    }
    if (!content.reachable)
        return content;
    const FailoverSnapshot &failover = door.snapshot().failover;
    addConfigs(content, failover);
    content.askable = raisesQuestions(trayStateOf(door.settings(), door.snapshot()));
    content.serving = door.snapshot().serving;
    content.canPin = !failover.active.isEmpty();
    content.pinned = failover.pinned;
    content.paused = !door.settings().policy.autoFailoverEnabled;
    return content;
}

} // namespace qcc
