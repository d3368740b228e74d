// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QString>

#include <optional>

namespace qcc {

enum class AlertKind {
    // Announced once, not kept:
    Failover,
    Recovery,
    // Conditions: raised once per cause, cleared when it ends:
    AllDown,            ///< no config is healthy
    NoFallback,         ///< the active config is down, and no other is set up to take over
    HourlyLimit,        ///< max_failovers_per_hour reached
    AwayFromPrimary,    ///< for kAwayTooLong
    KeyRejected,        ///< subject: config/endpoint
    OutOfCredit,        ///< subject: config/endpoint
    OwnNetwork,         ///< this computer's network is down
    HistoryUnavailable, ///< subject: the file, detail: why; raised by the engine
};

struct Alert
{
    AlertKind kind = AlertKind::Failover;
    QString subject; ///< with the kind, its identity
    QString detail;
    TimePoint since;
    std::optional<TimePoint> until; ///< when it is expected to end
    QString from;                   ///< Failover, Recovery
    QString to;
    bool operator==(const Alert &) const = default;
};

} // namespace qcc
