// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/faults.h"

#include <QByteArray>
#include <QMetaType>

#include <chrono>
#include <optional>
#include <vector>

namespace qcc::sim {

using SteadyTime = std::chrono::steady_clock::time_point;

enum class BodyFraming { None, Length, Chunked };

/// One request as it came in, and what became of it.
struct ReceivedRequest
{
    static constexpr qint64 maxKeptBody = 1024 * 1024;

    quint64 sequence = 0;        ///< from 1, in the order in which heads were complete; never used twice
    quint64 connection = 0;      ///< from 1, in the order in which connections were accepted
    int requestOnConnection = 0; ///< from 1; above 1 the connection was reused
    QByteArray method;
    QByteArray target;         ///< as sent, with the query
    QByteArray version;        ///< "HTTP/1.1"
    std::vector<Field> fields; ///< in order, names as sent
    BodyFraming framing = BodyFraming::None;
    qint64 bodySize = 0;   ///< decoded bytes so far
    QByteArray bodySha256; ///< hexadecimal, once complete
    QByteArray body;       ///< its first maxKeptBody bytes; dropped from old entries when the log grows
    bool complete = false; ///< the body came to its end
    bool answered = false; ///< the answer was sent to its intended end
    FaultKind fault = FaultKind::None;         ///< what it met
    SteadyTime receivedAt;                     ///< head complete
    std::optional<SteadyTime> completedAt;     ///< body complete
    std::optional<SteadyTime> abortedByPeerAt; ///< the peer went before the answer (or the body) was over

    /// The first field of this name (any case); empty when there is none.
    QByteArray field(const QByteArray &name) const;
    /// How many fields have this name (any case).
    int count(const QByteArray &name) const;
    /// The target without its query.
    QByteArray path() const;
};

} // namespace qcc::sim

Q_DECLARE_METATYPE(qcc::sim::ReceivedRequest)
