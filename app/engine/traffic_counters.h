// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "models/domain/request_record.h"
#include "models/domain/settings.h"

#include <array>
#include <map>

namespace qcc {

/// How long answers took to begin, in buckets with an upper bound each (and one without).
struct FirstByteHistogram
{
    static constexpr std::array<qint64, 12> kBoundsMs{50,    100,    250,    500,    1'000,  2'500,
                                                      5'000, 10'000, 20'000, 30'000, 60'000, 120'000};
    std::array<quint64, kBoundsMs.size() + 1> counts{}; ///< each by itself, not cumulative
    quint64 sumMs = 0;

    void add(milliseconds firstByte);
    bool operator==(const FirstByteHistogram &) const = default;
};

/// What requests did since the start, as counters that only grow: what /metrics tells. Bounded: by endpoint
/// and config, at most kMostCounted of each, and never by model, session or anything else that a client
/// chooses. A value without I/O; engine thread.
class TrafficCounters
{
public:
    static constexpr size_t kMostCounted = 1000;

    void add(const RequestRecord &record);
    void add(FailoverEventType type);
    /// Forgets endpoints and configs that are gone.
    void keepOnly(const Settings &settings);

    quint64 requests(RequestEnd end) const { return m_requests[static_cast<size_t>(end)]; }
    quint64 spilledOver() const { return m_spilledOver; }
    quint64 held() const { return m_held; }
    quint64 repaired() const { return m_repaired; }
    quint64 attempts(const EndpointId &endpoint, OutcomeKind outcome) const;
    TokenUsage tokens(const QString &config) const;
    quint64 failovers(FailoverEventType type) const { return m_failovers[static_cast<size_t>(type)]; }
    /// Of served requests.
    const FirstByteHistogram &firstBytes() const { return m_firstBytes; }

private:
    using ByOutcome = std::array<quint64, static_cast<size_t>(OutcomeKind::ClientGone) + 1>;

    std::array<quint64, static_cast<size_t>(RequestEnd::ClientGone) + 1> m_requests{};
    std::array<quint64, static_cast<size_t>(FailoverEventType::Activation) + 1> m_failovers{};
    quint64 m_spilledOver = 0;
    quint64 m_held = 0;
    quint64 m_repaired = 0;
    std::map<EndpointId, ByOutcome> m_attempts;
    std::map<QString, TokenUsage> m_tokens;
    FirstByteHistogram m_firstBytes;
};

} // namespace qcc
