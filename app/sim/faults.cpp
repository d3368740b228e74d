// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/faults.h"

namespace qcc::sim {

const std::vector<FaultHelp> &allFaults()
{
    static const std::vector<FaultHelp> faults = {
        {FaultKind::None, "none", "works well"},
        {FaultKind::Refuse, "refuse", "connection refused; idle connections closed"},
        {FaultKind::Hang, "hang", "reads the request and never answers"},
        {FaultKind::HangAccept, "hang-accept", "accepts the connection and never reads"},
        {FaultKind::Slow, "slow", "waits delay_ms before the head and event_delay_ms before each event"},
        {FaultKind::Status, "status", "answers status (with body, retry_after, headers)"},
        {FaultKind::ResetBeforeHead, "reset-before-head", "TCP reset instead of an answer"},
        {FaultKind::CloseBeforeHead, "close-before-head", "clean close instead of an answer"},
        {FaultKind::ResetInHead, "reset-in-head", "half a head, then a TCP reset"},
        {FaultKind::ResetInStream, "reset-in-stream", "TCP reset after after_events (0: before content)"},
        {FaultKind::Truncated, "truncated", "clean close after after_events, the body unfinished"},
        {FaultKind::NoMessageStop, "no-message-stop",
         "the stream ends cleanly after after_events, unfinished"},
        {FaultKind::Stalled, "stalled", "silence after after_events"},
        {FaultKind::ErrorEvent, "error-event", "event: error after after_events; its type from status"},
        {FaultKind::PingOnly, "ping-only", "message_start, then only pings every event_delay_ms"},
        {FaultKind::Html, "html", "an HTML page under 200"},
        {FaultKind::Empty, "empty", "an empty body under 200"},
        {FaultKind::JsonError, "json-error", "the error object of status under 200"},
        {FaultKind::Garbage, "garbage", "bytes that are not HTTP"},
        {FaultKind::BadStatusLine, "bad-status-line", "a status line without a number"},
        {FaultKind::ConflictingLength, "conflicting-length", "two Content-Length fields that differ"},
        {FaultKind::RepeatedLength, "repeated-length", "two Content-Length fields that agree"},
        {FaultKind::LengthAndChunked, "length-and-chunked", "Content-Length and Transfer-Encoding together"},
        {FaultKind::HugeHead, "huge-head", "a head of bytes bytes"},
        {FaultKind::Http09, "http09", "a body without a head, as in HTTP/0.9"},
        {FaultKind::Surplus, "surplus", "a good answer, and one more that nobody asked for"},
        {FaultKind::EarlyAnswer, "early-answer",
         "answers status while the body is coming; then: close|keep-reading"},
        {FaultKind::NoLength, "no-length", "an answer without length, ended by closing"},
        {FaultKind::CloseIdle, "close-idle", "closes the kept connection delay_ms after a good answer"},
        {FaultKind::CloseOnReuse, "close-on-reuse", "closes a reused connection when its next request comes"},
        {FaultKind::Interim, "interim", "102, 103 and 100 before a good answer"},
        {FaultKind::Gzip, "gzip", "a good answer in gzip, accepted or not"},
    };
    return faults;
}

QByteArray wordOf(FaultKind kind)
{
    for (const FaultHelp &fault : allFaults()) {
        if (fault.kind == kind)
            return fault.word;
    }
    return {};
}

Fault faultOf(FaultKind kind)
{
    Fault fault;
    fault.kind = kind;
    if (kind == FaultKind::EarlyAnswer)
        fault.status = 413;
    if (kind == FaultKind::ErrorEvent || kind == FaultKind::JsonError)
        fault.status = 529;
    if (kind == FaultKind::CloseIdle)
        fault.delay = std::chrono::milliseconds(50);
    return fault;
}

Fault statusFault(int status, const QByteArray &retryAfter)
{
    Fault fault = faultOf(FaultKind::Status);
    fault.status = status;
    fault.retryAfter = retryAfter;
    return fault;
}

Fault faultAfter(FaultKind kind, int deltas)
{
    Fault fault = faultOf(kind);
    fault.afterEvents = deltas;
    return fault;
}

} // namespace qcc::sim
