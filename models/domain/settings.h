// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"
#include "models/domain/config.h"
#include "models/domain/policy.h"
#include "models/domain/priority_groups.h"

namespace qcc {

/// All that a person has set up, without secrets: what configs.json and priority_config.json hold.
struct Settings
{
    std::vector<Config> configs;
    PriorityGroups groups;
    FailoverPolicy policy;
    HistoryRetention retention{};
    std::vector<AlertChannel> channels{}; ///< where alerts go beside the desktop, in the person's order
    QString activeConfig{};               ///< empty: none chosen yet

    const Config *find(const QString &name) const;
    Config *find(const QString &name);
    /// The config that has this endpoint; null: none.
    const Config *ownerOf(const EndpointId &endpoint) const;
    bool operator==(const Settings &) const = default;
};

} // namespace qcc
