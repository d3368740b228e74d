// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/traffic_counters.h"

namespace qcc {

namespace {

/// The entry to count in; null when there are too many already.
template <typename Map> typename Map::mapped_type *entry(Map &map, const typename Map::key_type &key)
{
    if (map.size() >= TrafficCounters::kMostCounted && !map.contains(key))
        return nullptr;
    return &map[key];
}

} // namespace

void FirstByteHistogram::add(milliseconds firstByte)
{
    const auto bound = std::lower_bound(kBoundsMs.begin(), kBoundsMs.end(), firstByte.count());
    ++counts[static_cast<size_t>(bound - kBoundsMs.begin())];
    sumMs += static_cast<quint64>(std::max<qint64>(firstByte.count(), 0));
}

void TrafficCounters::add(const RequestRecord &record)
{
    ++m_requests[static_cast<size_t>(record.end)];
    m_spilledOver += record.spilledOver ? 1 : 0;
    m_held += record.held > milliseconds(0) ? 1 : 0;
    m_repaired += record.removedThinking > 0 || record.thinkingOff ? 1 : 0;
    if (record.end == RequestEnd::Served)
        m_firstBytes.add(record.firstByte);
    for (const AttemptRecord &attempt : record.attempts) {
        if (ByOutcome *counts = entry(m_attempts, attempt.endpoint))
            ++(*counts)[static_cast<size_t>(attempt.outcome.kind)];
    }
    if (!record.usage || record.attempts.empty())
        return;
    if (TokenUsage *sum = entry(m_tokens, record.attempts.back().config)) {
        sum->input += record.usage->input;
        sum->output += record.usage->output;
        sum->cacheRead += record.usage->cacheRead;
        sum->cacheCreation += record.usage->cacheCreation;
    }
}

void TrafficCounters::add(FailoverEventType type)
{
    ++m_failovers[static_cast<size_t>(type)];
}

void TrafficCounters::keepOnly(const Settings &settings)
{
    std::erase_if(m_attempts, [&](const auto &counted) { return !settings.ownerOf(counted.first); });
    std::erase_if(m_tokens, [&](const auto &counted) { return !settings.find(counted.first); });
}

quint64 TrafficCounters::attempts(const EndpointId &endpoint, OutcomeKind outcome) const
{
    const auto found = m_attempts.find(endpoint);
    return found == m_attempts.end() ? 0 : found->second[static_cast<size_t>(outcome)];
}

TokenUsage TrafficCounters::tokens(const QString &config) const
{
    const auto found = m_tokens.find(config);
    return found == m_tokens.end() ? TokenUsage() : found->second;
}

} // namespace qcc
