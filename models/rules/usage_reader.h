// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/request_record.h"

#include <QByteArray>
#include <QByteArrayView>

namespace qcc {

/// Collects the token counts that a provider tells of one message. Counts are cumulative and may be repeated
/// by later events, so of each the largest is kept; what is missing, negative, no whole number or beyond
/// kMostTokens is passed over. Source: Anthropic "Streaming messages" (message_start, message_delta) and
/// "Messages" (usage). A value without I/O; one thread.
class UsageReader
{
public:
    static constexpr qint64 kMostTokens = 999'999'999'999;

    /// The data of a message_start or message_delta event; it may be cut off.
    void takeEvent(QByteArrayView data);
    /// A JSON message; it may be cut off.
    void takeMessage(QByteArrayView json);
    /// The raw object of a `usage` member.
    void takeUsage(QByteArrayView object);

    /// None while nothing believable was told.
    const std::optional<TokenUsage> &usage() const { return m_usage; }

private:
    std::optional<TokenUsage> m_usage;
};

/// Remembers the last bytes of a JSON message that is too large to be held: its usage stands at its end.
class MessageTail
{
public:
    static constexpr qsizetype kKept = 4096;

    void feed(QByteArrayView bytes);
    /// The raw usage object of the message, which ends with the last byte fed; empty when the tail has none
    /// at the message's top level.
    QByteArrayView usageObject() const;

private:
    QByteArray m_bytes; ///< at most three times kKept
};

} // namespace qcc
