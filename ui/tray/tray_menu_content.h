// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"

namespace qcc {

class ClaudeSwitch;

/// More configs than that are chosen in the window.
inline constexpr int kMostTrayConfigs = 12;

struct TrayConfig
{
    QString name;
    HealthStatus status = HealthStatus::Unknown;
    bool active = false;
    bool operator==(const TrayConfig &) const = default;
};

struct TrayGroup
{
    Priority priority = Priority::Primary;
    std::vector<TrayConfig> configs;
    bool operator==(const TrayGroup &) const = default;
};

/// What the tray's menu offers, without words. The menu is made anew only when this has changed.
struct TrayMenuContent
{
    std::vector<TrayGroup> groups; ///< those that have configs to choose, best first
    bool more = false;             ///< there are further configs
    bool reachable = false;
    bool askable = false; ///< not all is well, and the window can say why
    bool serving = false;
    bool canPin = false; ///< a config is active
    bool pinned = false;
    bool paused = false;          ///< automatic failover is off
    std::optional<bool> claude{}; ///< whether Claude Code uses QCC; none: that is not offered
    bool canChangeClaude = false;
    bool operator==(const TrayMenuContent &) const = default;
};

/// The configs to which requests may go, the active one always among them. @p claude: may be null.
TrayMenuContent trayMenuContent(const InstanceDoor &door, const ClaudeSwitch *claude);

} // namespace qcc
