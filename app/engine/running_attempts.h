// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"

#include <map>
#include <optional>

namespace qcc {

/// Which attempts are under way since when, and which of them left with a URL or key that is not the
/// endpoint's any more: how those end says nothing of the endpoint as it is now. Engine thread.
class RunningAttempts
{
public:
    void started(quint64 request, const EndpointId &endpoint, TimePoint now)
    {
        m_running[{request, endpoint}] = {Settings::Current, now};
    }
    /// The endpoint has another URL or key from now on, or is gone.
    void changed(const EndpointId &endpoint)
    {
        for (auto &[attempt, running] : m_running) {
            if (attempt.second == endpoint)
                running.settings = Settings::Old;
        }
    }
    /// When it started; none if the endpoint has other settings now than it ended with.
    std::optional<TimePoint> ended(quint64 request, const EndpointId &endpoint)
    {
        const auto node = m_running.extract({request, endpoint});
        if (!node || node.mapped().settings == Settings::Old)
            return std::nullopt;
        return node.mapped().startedAt;
    }

private:
    enum class Settings { Current, Old };
    struct Running
    {
        Settings settings = Settings::Current;
        TimePoint startedAt;
    };
    std::map<std::pair<quint64, EndpointId>, Running> m_running;
};

} // namespace qcc
