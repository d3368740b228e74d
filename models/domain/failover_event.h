// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/decision.h"

namespace qcc {

enum class FailoverEventType {
    Failover,
    Recovery,
    Manual,
    Activation ///< the first choice, or a new one because the active config is gone; nobody failed
};

/// One switch of the active config, or a failed attempt at one.
struct FailoverEvent
{
    QString id; ///< 8 hex digits, given by the engine
    FailoverEventType type = FailoverEventType::Failover;
    QString from;   ///< empty: none
    QString to;     ///< empty: nobody could take over
    QString reason; ///< a person's words, or those of an imported event; else empty, see `decision`
    TimePoint at;
    bool success = true;
    std::optional<Decision> decision; ///< none: imported
    bool operator==(const FailoverEvent &) const = default;
};

} // namespace qcc
