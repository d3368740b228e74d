// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/request_peek.h"

#include "models/rules/json_text.h"

namespace qcc {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isScalarByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'E';
}

} // namespace

void RequestPeek::feed(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && !finished()) {
        const qsizetype from = at;
        if (m_place == Place::InKey || m_place == Place::InString)
            at = passString(bytes, at);
        else if (m_place == Place::InNested)
            at = passNested(bytes, at);
        else
            step(bytes[at++]);
        m_passed += at - from;
    }
}

/// One byte outside strings and nested values.
void RequestPeek::step(char c)
{
    if (m_place == Place::InScalar) {
        if (isScalarByte(c)) {
            keep(QByteArrayView(&c, 1));
            return;
        }
        closeValue();
    }
    if (isSpace(c) || finished())
        return;
    const auto expect = [&](bool fits, Place next) { m_place = fits ? next : Place::Broken; };
    switch (m_place) {
    case Place::BeforeObject:
        expect(c == '{', Place::BeforeFirstKey);
        break;
    case Place::BeforeFirstKey:
        expect(c == '"' || c == '}', c == '}' ? Place::Done : Place::InKey);
        break;
    case Place::BeforeKey:
        expect(c == '"', Place::InKey);
        break;
    case Place::BeforeColon:
        expect(c == ':', Place::BeforeValue);
        break;
    case Place::BeforeValue:
        openValue(c);
        break;
    case Place::AfterValue:
        expect(c == ',' || c == '}', c == '}' ? Place::Done : Place::BeforeKey);
        break;
    case Place::InKey:
    case Place::InString:
    case Place::InNested:
    case Place::InScalar:
    case Place::Done:
    case Place::Broken:
        break;
    }
}

void RequestPeek::openValue(char c)
{
    if (c == '"') {
        m_place = Place::InString;
        if (!m_modelMet)
            m_range.offset = m_passed;
    } else if (c == '{' || c == '[') {
        m_place = Place::InNested;
        m_depth = 1;
    } else if (isScalarByte(c)) {
        m_place = Place::InScalar;
        keep(QByteArrayView(&c, 1));
    } else {
        m_place = Place::Broken;
    }
}

/// Inside a key or a top-level string: to its closing quote, or the end of the chunk.
qsizetype RequestPeek::passString(QByteArrayView bytes, qsizetype at)
{
    if (m_escaped) {
        m_escaped = false;
        keep(bytes.sliced(at, 1));
        return at + 1;
    }
    const qsizetype hit = findQuoteOrEscape(bytes, at);
    keep(bytes.sliced(at, hit - at));
    if (hit == bytes.size())
        return hit;
    if (bytes[hit] == '\\') {
        m_escaped = true;
        keep(bytes.sliced(hit, 1));
    } else if (m_place == Place::InKey) {
        closeKey();
    } else {
        if (!m_modelMet)
            m_range.size = m_passed + (hit + 1 - at) - m_range.offset;
        closeValue();
    }
    return hit + 1;
}

/// Inside an object or array that is a member's value: only strings and brackets count. The elements of
/// `messages` are told on.
qsizetype RequestPeek::passNested(QByteArrayView bytes, qsizetype at)
{
    const qsizetype size = bytes.size();
    qsizetype told = at; // of the message at hand
    const auto tell = [&] {
        if (inMessage())
            m_conversation.add(bytes.sliced(told, at - told));
    };
    while (at < size) {
        if (m_inNestedString) {
            at = passNestedString(bytes, at);
            continue;
        }
        const char c = bytes[at++];
        if (c == '"') {
            m_inNestedString = true;
        } else if (c == '{' || c == '[') {
            if (++m_depth != 2 || !inMessage())
                continue;
            m_conversation.beginMessage();
            told = at - 1;
        } else if (c == '}' || c == ']') {
            if (m_depth == 2 && inMessage()) {
                tell();
                m_conversation.endMessage();
            }
            if (--m_depth == 0) {
                closeValue();
                return at;
            }
        }
    }
    tell();
    return at;
}

/// To behind the closing quote, or the end of the chunk.
qsizetype RequestPeek::passNestedString(QByteArrayView bytes, qsizetype at)
{
    if (m_escaped) {
        m_escaped = false;
        return at + 1;
    }
    at = findQuoteOrEscape(bytes, at);
    if (at == bytes.size())
        return at;
    m_escaped = bytes[at] == '\\';
    m_inNestedString = m_escaped;
    return at + 1;
}

void RequestPeek::closeKey()
{
    const QByteArray key = m_tooLong ? QByteArray() : jsonUnescape(m_text).value_or(QByteArray());
    m_member = key == "model"      ? Member::Model
               : key == "stream"   ? Member::Stream
               : key == "messages" ? Member::Messages
                                   : Member::Another;
    m_place = Place::BeforeColon;
    m_text.resize(0);
    m_tooLong = false;
}

void RequestPeek::closeValue()
{
    if (m_member == Member::Model && !m_modelMet) {
        m_modelMet = true;
        if (m_place == Place::InString && !m_tooLong)
            m_model = jsonUnescape(m_text);
    } else if (m_member == Member::Stream && !m_streamMet) {
        m_streamMet = true;
        if (m_place == Place::InScalar && (m_text == "true" || m_text == "false"))
            m_stream = m_text == "true";
    } else if (m_member == Member::Messages) {
        m_messagesMet = true;
    }
    m_place = m_modelMet && m_streamMet && m_messagesMet ? Place::Done : Place::AfterValue;
    m_text.resize(0);
    m_tooLong = false;
}

void RequestPeek::keep(QByteArrayView part)
{
    // Other members' strings and scalars are of no interest.
    if (m_place != Place::InKey && m_member != Member::Model && m_member != Member::Stream)
        return;
    const qsizetype room = kStringLimit - m_text.size();
    if (part.size() > room)
        m_tooLong = true;
    m_text.append(part.first(std::min(part.size(), room)));
}

} // namespace qcc
