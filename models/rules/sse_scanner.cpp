// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/sse_scanner.h"

#include "models/rules/error_body.h"
#include "models/rules/json_text.h"

#include <cstring>

namespace qcc {
namespace {

/// The next @p wanted in [at, end), or @p end.
const char *findByte(const char *at, const char *end, char wanted)
{
    const void *hit = at == end ? nullptr : std::memchr(at, wanted, static_cast<size_t>(end - at));
    return hit ? static_cast<const char *>(hit) : end;
}

/// A field's value: what follows the colon, without one leading space.
QByteArrayView valueAfter(QByteArrayView line, qsizetype name)
{
    if (line.size() == name)
        return {};
    const qsizetype from = name + (line.size() > name + 1 && line[name + 1] == ' ' ? 2 : 1);
    return line.sliced(from);
}

bool isField(QByteArrayView line, QByteArrayView name)
{
    return line.startsWith(name) && (line.size() == name.size() || line[name.size()] == ':');
}

} // namespace

void SseScanner::feed(QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    if (at == end)
        return;
    if (m_afterCr && *at == '\n')
        ++at;
    m_afterCr = false;

    // Both positions only move forward, so every byte is looked at once for each line ending.
    const char *lf = findByte(at, end, '\n');
    const char *cr = findByte(at, end, '\r');
    while (at != end) {
        const char *const lineEnd = std::min(lf, cr);
        const QByteArrayView part(at, lineEnd - at);
        if (lineEnd == end) {
            keep(part);
            return;
        }
        if (m_cutLine.isEmpty()) {
            endLine(part);
        } else {
            keep(part);
            endLine(m_cutLine);
            m_cutLine.resize(0);
        }
        at = lineEnd + 1;
        if (*lineEnd == '\r') {
            m_afterCr = at == end;
            if (at != end && *at == '\n')
                ++at;
            cr = findByte(at, end, '\r');
        }
        if (lf < at)
            lf = findByte(at, end, '\n');
    }
}

void SseScanner::keep(QByteArrayView part)
{
    if (m_cutLine.capacity() < kLineLimit)
        m_cutLine.reserve(kLineLimit);
    m_cutLine.append(part.first(std::min(part.size(), kLineLimit - m_cutLine.size())));
}

void SseScanner::endLine(QByteArrayView line)
{
    if (m_firstLine) {
        m_firstLine = false;
        if (line.startsWith("\xEF\xBB\xBF"))
            line = line.sliced(3);
    }
    if (line.isEmpty()) {
        endEvent();
        return;
    }
    line = line.first(std::min(line.size(), kLineLimit));
    if (isField(line, "data"))
        takeData(valueAfter(line, 4));
    else if (isField(line, "event"))
        m_named = kindOf(valueAfter(line, 5));
}

void SseScanner::takeData(QByteArrayView value)
{
    if (std::exchange(m_hasData, true))
        return;
    // With an `event:` line the data matters only for the type of an error and for the usage.
    if (m_named == EventKind::Other || m_named == EventKind::Ping || m_named == EventKind::MessageStop)
        return;

    if (m_named == EventKind::None)
        m_described = describe(value);
    const EventKind kind = m_named != EventKind::None ? m_named : m_described;
    if (kind == EventKind::Error)
        m_describedError = errorTypeOf(value);
    else if (kind == EventKind::MessageStart || kind == EventKind::MessageDelta)
        m_usage.takeEvent(value);
}

/// What an event without `event:` line is, from its first data line.
SseScanner::EventKind SseScanner::describe(QByteArrayView data)
{
    // Nearly always the type stands in front, without escapes.
    static constexpr QByteArrayView kUsualStart("{\"type\":\"");
    if (data.startsWith(kUsualStart)) {
        const QByteArrayView rest = data.sliced(kUsualStart.size());
        const qsizetype end = findQuoteOrEscape(rest, 0);
        if (end < rest.size() && rest[end] == '"')
            return kindOf(rest.first(end));
    }
    if (const std::optional<QByteArrayView> type = jsonMember(data, "type"))
        return kindOf(jsonString(*type).value_or(QByteArray()));
    const std::optional<QByteArrayView> error = jsonMember(data, "error");
    const bool isError = error && (error->startsWith('{') || error->startsWith('"'));
    return isError ? EventKind::Error : EventKind::Other;
}

SseScanner::EventKind SseScanner::kindOf(QByteArrayView type)
{
    if (type.isEmpty())
        return EventKind::None;
    if (type == "ping")
        return EventKind::Ping;
    if (type == "error")
        return EventKind::Error;
    if (type == "message_start")
        return EventKind::MessageStart;
    if (type == "message_delta")
        return EventKind::MessageDelta;
    return type == "message_stop" ? EventKind::MessageStop : EventKind::Other;
}

void SseScanner::endEvent()
{
    const EventKind kind = m_named != EventKind::None ? m_named : m_described;
    const bool counts = m_hasData || kind == EventKind::Error;
    if (counts) {
        ++m_eventCount;
        if (kind == EventKind::Error && !m_errorSeen) {
            m_errorSeen = true;
            m_contentBeforeError = m_contentSeen;
            m_errorType = m_describedError;
        }
        m_messageStopSeen |= kind == EventKind::MessageStop;
        m_contentSeen |=
            kind != EventKind::Ping && kind != EventKind::MessageStart && kind != EventKind::Error;
    }
    m_named = m_described = EventKind::None;
    m_hasData = false;
    if (!m_describedError.isEmpty())
        m_describedError.clear();
}

} // namespace qcc
