// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"

#include <map>

namespace qcc {

/// Which attempts are under way, and which of them left with a URL or key that is not the endpoint's any
/// more: how those end says nothing of the endpoint as it is now. Engine thread.
class RunningAttempts
{
public:
    void started(quint64 request, const EndpointId &endpoint)
    {
        m_running[{request, endpoint}] = Settings::Current;
    }
    /// The endpoint has another URL or key from now on, or is gone.
    void changed(const EndpointId &endpoint)
    {
        for (auto &[attempt, settings] : m_running) {
            if (attempt.second == endpoint)
                settings = Settings::Old;
        }
    }
    /// Whether it ended with the settings that the endpoint has now.
    bool ended(quint64 request, const EndpointId &endpoint)
    {
        const auto node = m_running.extract({request, endpoint});
        return node && node.mapped() == Settings::Current;
    }

private:
    enum class Settings { Current, Old };
    std::map<std::pair<quint64, EndpointId>, Settings> m_running;
};

} // namespace qcc
