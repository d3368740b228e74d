// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/usage_reader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace qcc {

/// Watches a passing text/event-stream of the Messages API across arbitrary chunk borders, without keeping or
/// changing it: at most kLineLimit bytes of a line that a chunk border cuts are remembered. An event counts
/// when its blank line has arrived. Its type is taken from the `event:` line and, where a provider leaves
/// that out, from "type" in the first data line; a data line with a top-level "error" object and no type is
/// an error too. Lines may end in LF, CRLF or CR; a BOM and comment lines are passed over. As in the
/// standard, an event without a data line is none; only `event: error` counts even so, because the API's
/// clients give up on it. Of a message_start or message_delta only the first kLineLimit bytes of its first
/// data line are read for the usage. Source: WHATWG HTML, "Server-sent events", 9.2.6; Anthropic "Streaming
/// messages". A value without I/O; used on one thread. Hot: no allocation once a cut line has been seen.
class SseScanner
{
public:
    static constexpr qsizetype kLineLimit = 4096; ///< a message_start with its usage fits well

    void feed(QByteArrayView bytes);

    /// A content event was completed: any known or unknown event other than ping, message_start and error.
    bool contentSeen() const { return m_contentSeen; }
    /// An error event was completed before any content event.
    bool errorBeforeContent() const { return m_errorSeen && !m_contentBeforeError; }
    bool errorSeen() const { return m_errorSeen; }
    bool messageStopSeen() const { return m_messageStopSeen; }
    /// error.type of the first error event ("overloaded_error"); empty when it had none.
    QString errorType() const { return m_errorType; }
    /// The tokens that message_start and message_delta told of so far.
    const std::optional<TokenUsage> &usage() const { return m_usage.usage(); }
    /// Completed events of any type, pings included.
    qint64 eventCount() const { return m_eventCount; }

private:
    enum class EventKind : quint8 { None, Ping, MessageStart, MessageDelta, MessageStop, Error, Other };

    static EventKind kindOf(QByteArrayView type);
    static EventKind describe(QByteArrayView data);
    void keep(QByteArrayView part);
    void endLine(QByteArrayView line);
    void takeData(QByteArrayView value);
    void endEvent();

    QByteArray m_cutLine;                ///< first kLineLimit bytes of a line that began in an earlier chunk
    EventKind m_named = EventKind::None; ///< from `event:`
    EventKind m_described = EventKind::None; ///< from the first data line
    QString m_describedError;
    bool m_hasData = false;
    bool m_afterCr = false;
    bool m_firstLine = true;
    bool m_contentSeen = false;
    bool m_contentBeforeError = false;
    bool m_errorSeen = false;
    bool m_messageStopSeen = false;
    QString m_errorType;
    UsageReader m_usage;
    qint64 m_eventCount = 0;
};

} // namespace qcc
