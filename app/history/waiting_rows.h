// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "models/rules/failover_state.h"

#include <deque>
#include <memory>

namespace qcc {

using SharedState = std::shared_ptr<const FailoverState>;

/// What is to be written with the next transaction.
struct WaitingRows
{
    std::deque<FailoverEvent> events;
    std::deque<RequestRecord> requests;
    std::deque<HealthSample> samples;
    SharedState state; ///< null: as it was

    bool isEmpty() const { return events.empty() && requests.empty() && samples.empty() && !state; }
    size_t size() const { return events.size() + requests.size() + samples.size(); }

    /// Drops the oldest until at most @p most rows are left, requests first and events last. How many went.
    quint64 trim(size_t most)
    {
        quint64 dropped = 0;
        for (; size() > most; ++dropped) {
            if (!requests.empty())
                requests.pop_front();
            else if (!samples.empty())
                samples.pop_front();
            else
                events.pop_front();
        }
        return dropped;
    }
};

} // namespace qcc
