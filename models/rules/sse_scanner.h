// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace qcc {

/// Watches a passing text/event-stream of the Messages API across arbitrary chunk borders, without keeping or changing
/// it: at most kLineLimit bytes of the current line are remembered. An event counts when its blank line has arrived.
/// Its type is taken from the `event:` line and, where a provider leaves that out, from "type" in the data.
/// Lines may end in LF, CRLF or CR; a BOM and comment lines are passed over.
/// Source: WHATWG HTML, "Server-sent events", 9.2.6; Anthropic "Streaming messages".
class SseScanner
{
public:
    static constexpr qsizetype kLineLimit = 1024;

    void feed(QByteArrayView bytes);

    /// A content event was completed: any known or unknown event other than ping, message_start and error.
    bool contentSeen() const { return m_contentSeen; }
    /// An error event was completed before any content event.
    bool errorBeforeContent() const { return m_errorSeen && !m_contentBeforeError; }
    bool errorSeen() const { return m_errorSeen; }
    bool messageStopSeen() const { return m_messageStopSeen; }
    /// error.type of the first error event ("overloaded_error"); empty when it had none.
    QString errorType() const { return m_errorType; }
    /// Completed events of any type, pings included.
    qint64 eventCount() const { return m_eventCount; }

private:
    void endLine();
    void endEvent();

    QByteArray m_line;      ///< first kLineLimit bytes of the current line
    QByteArray m_eventType; ///< from `event:`
    QByteArray m_data;      ///< first kLineLimit bytes of the first data line
    bool m_hasData = false;
    bool m_lineEmpty = true;
    bool m_afterCr = false;
    bool m_firstLine = true;
    bool m_contentSeen = false;
    bool m_contentBeforeError = false;
    bool m_errorSeen = false;
    bool m_messageStopSeen = false;
    QString m_errorType;
    qint64 m_eventCount = 0;
};

} // namespace qcc
