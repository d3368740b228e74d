// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/received_request.h"

#include <QJsonArray>

#include <deque>
#include <vector>

namespace qcc::sim {

/// What a simulated provider received, oldest first, bounded in entries and in bytes of kept bodies.
class RequestLog
{
public:
    static constexpr std::size_t maxEntries = 10'000;
    static constexpr qint64 maxBodyBytes = 64LL * 1024 * 1024; ///< all kept bodies together

    /// Adds an entry under the next sequence number, which is returned; drops the oldest when full.
    quint64 add(ReceivedRequest request);
    /// The entry, or nullptr when it was dropped or cleared; valid until the next add() or clear().
    const ReceivedRequest *find(quint64 sequence) const;
    void appendBody(quint64 sequence, QByteArrayView bytes);
    void markComplete(quint64 sequence, const QByteArray &sha256, SteadyTime now);
    void markAnswered(quint64 sequence);
    void markAborted(quint64 sequence, SteadyTime now);

    std::vector<ReceivedRequest> entries() const { return {m_entries.begin(), m_entries.end()}; }
    void clear();

private:
    ReceivedRequest *entry(quint64 sequence);
    void shedBodies();

    std::deque<ReceivedRequest> m_entries;
    quint64 m_next = 1;
    quint64 m_bodiesShedUpTo = 0; ///< entries up to this one keep no body any more
    qint64 m_bodyBytes = 0;
};

/// The log as `GET /_sim/log` shows it; times in milliseconds before @p now. Bodies appear by size and
/// SHA-256 only.
QJsonArray toJson(const std::vector<ReceivedRequest> &entries, SteadyTime now);

} // namespace qcc::sim
