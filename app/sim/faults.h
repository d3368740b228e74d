// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace qcc::sim {

/// What the simulated provider does wrong (gateway.md section 3). The word of each is in faults.cpp and
/// `qcc-sim --help`. "Content" is a content_block_* event; faults inside a stream act after `afterEvents`
/// content deltas, or, with 0, after message_start and one ping. Of an answer without streaming they leave
/// half the body.
enum class FaultKind {
    None,
    Refuse,          ///< listener and idle connections closed: connection refused
    Hang,            ///< reads the request, never answers
    HangAccept,      ///< accepts, never reads
    Slow,            ///< waits `delay` before the head and `eventDelay` before each stream event
    Status,          ///< answers `status`, with `body`, `retryAfter` and `headers` where given
    ResetBeforeHead, ///< TCP RST instead of an answer
    CloseBeforeHead, ///< clean close instead of an answer
    ResetInHead,     ///< half a head, then RST
    ResetInStream,   ///< RST after `afterEvents`
    Truncated,       ///< clean close after `afterEvents`: no last chunk, or less than Content-Length
    NoMessageStop,   ///< the stream ends cleanly (last chunk) after `afterEvents`, without message_stop
    Stalled,         ///< silence after `afterEvents`
    ErrorEvent,      ///< `event: error` after `afterEvents`, then a clean end; its type from `status` (529:
                     ///< overloaded_error)
    PingOnly,        ///< message_start, then only pings every `eventDelay`, until the peer leaves
    Html,            ///< 200 with an HTML page
    Empty,           ///< 200 with an empty body
    JsonError,       ///< 200 with the error object of `status`
    Garbage,         ///< bytes that are not HTTP, then close
    BadStatusLine,
    ConflictingLength, ///< two Content-Length fields that differ
    RepeatedLength,    ///< two Content-Length fields that agree
    LengthAndChunked,  ///< Content-Length and Transfer-Encoding together
    HugeHead,          ///< a head of `bytes` bytes
    Http09,            ///< a body without any head, then close
    Surplus,           ///< a good answer followed by bytes that nobody asked for
    EarlyAnswer, ///< answers `status` as soon as the head is there, the body still coming; then `afterAnswer`
    NoLength,    ///< HTTP/1.0 answer without any length, ended by closing
    CloseIdle,   ///< a good answer; the kept connection is closed silently `delay` later
    CloseOnReuse, ///< the first request of a connection is served, the next one closes it unanswered
    Interim,      ///< unsolicited 102, 103 and 100 answers before the good one
    Gzip,         ///< a good answer in gzip, accepted or not
};

enum class AfterAnswer { KeepReading, Close };

struct Field
{
    QByteArray name;
    QByteArray value;
    bool operator==(const Field &) const = default;
};

struct Fault
{
    static constexpr int defaultAfterEvents = 3;
    static constexpr qint64 defaultHugeHeadBytes = 80 * 1024;

    FaultKind kind = FaultKind::None;
    int status = 500;                          ///< Status, EarlyAnswer, ErrorEvent, JsonError
    QByteArray body;                           ///< Status, EarlyAnswer: instead of the API's error object
    QByteArray retryAfter;                     ///< Status: value of retry-after, as it is to be sent
    std::vector<Field> headers;                ///< added to the head of any answer made under this fault
    std::chrono::milliseconds delay{2000};     ///< Slow: before the head; CloseIdle: after the answer
    std::chrono::milliseconds eventDelay{100}; ///< Slow, PingOnly
    int afterEvents = defaultAfterEvents;      ///< content deltas before the fault; 0: before any content
    qint64 bytes = defaultHugeHeadBytes;       ///< HugeHead
    AfterAnswer afterAnswer = AfterAnswer::KeepReading; ///< EarlyAnswer
    QByteArray path;             ///< only requests whose path (no query) is exactly this; empty: all
    std::optional<int> requests; ///< only so many requests, then none (not with Refuse)

    bool operator==(const Fault &) const = default;
};

/// A fault with its defaults.
Fault faultOf(FaultKind kind);
/// An answer with this status; @p retryAfter in the header's own form (seconds or date), empty: no such
/// header.
Fault statusFault(int status, const QByteArray &retryAfter = {});
/// A fault that strikes after @p deltas content deltas; 0: before any content.
Fault faultAfter(FaultKind kind, int deltas);

/// The fault, or a sentence that says what is wrong with the text.
using ParsedFault = std::variant<Fault, QString>;

/// Reads {"fault": WORD, "status": N, "body": TEXT, "retry_after": TEXT|N, "headers": {…}, "delay_ms": N,
/// "event_delay_ms": N, "after_events": N, "bytes": N, "then": "close"|"keep-reading", "path": TEXT,
/// "requests": N}. WORD may also be a status ("529") or "credit" (400 with the API's words for an empty
/// account).
ParsedFault parseFault(const QJsonObject &object);
QJsonObject toJson(const Fault &fault);
QByteArray wordOf(FaultKind kind);

struct FaultHelp
{
    FaultKind kind;
    const char *word;
    const char *text;
};
/// Every fault in the order of the enum, for help texts and for tests that go through all of them.
const std::vector<FaultHelp> &allFaults();

} // namespace qcc::sim
