// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/json_cursor.h"

namespace qcc {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

} // namespace

JsonCursor::JsonCursor(QByteArrayView text, JsonDialect dialect, qsizetype offset)
    : m_text(text), m_dialect(dialect), m_at(offset)
{
    if (m_at == 0 && text.startsWith(kByteOrderMark))
        m_at = kByteOrderMark.size();
}

bool JsonCursor::fail(qsizetype offset, const char *reason)
{
    if (!m_fault)
        m_fault = JsonFault{offset, QString::fromUtf8(reason)};
    return false;
}

bool JsonCursor::take(char c)
{
    if (atEnd() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool JsonCursor::skipBlank()
{
    while (!atEnd()) {
        if (QByteArrayView(" \t\r\n").contains(peek()))
            step();
        else if (peek() != '/')
            return true;
        else if (!skipComment())
            return false;
    }
    return true;
}

bool JsonCursor::skipComment()
{
    if (m_dialect == JsonDialect::Strict)
        return fail(m_at, "Claude Code permits no comment here");
    const qsizetype begin = m_at;
    const QByteArrayView rest = m_text.sliced(m_at);
    if (rest.startsWith("//")) {
        const qsizetype end = rest.indexOf('\n');
        m_at = end < 0 ? m_text.size() : begin + end;
        return true;
    }
    const qsizetype end = rest.startsWith("/*") ? rest.indexOf("*/", 2) : -1;
    if (end < 0)
        return fail(begin, rest.startsWith("/*") ? "the comment does not end" : "illegal value");
    m_at = begin + end + 2;
    return true;
}

bool JsonCursor::skipScalar()
{
    if (peek() == '"')
        return skipString();
    if (peek() == '-' || isDigit(peek()))
        return skipNumber();
    return skipWord();
}

bool JsonCursor::skipString()
{
    const qsizetype begin = m_at;
    step();
    while (!atEnd() && peek() != '"') {
        if (static_cast<unsigned char>(peek()) < 0x20)
            return fail(m_at, "a line break or control character within a text");
        if (peek() != '\\')
            step();
        else if (!skipEscape())
            return false;
    }
    return take('"') || fail(begin, "unterminated string");
}

bool JsonCursor::skipEscape()
{
    const qsizetype begin = m_at;
    step();
    const char kind = peek();
    step();
    if (kind != 'u')
        return (kind != '\0' && QByteArrayView("\"\\/bfnrt").contains(kind)) ||
               fail(begin, "invalid escape sequence");
    for (int i = 0; i < 4; ++i, step()) {
        if (!isHexDigit(peek()))
            return fail(begin, "invalid escape sequence");
    }
    return true;
}

qsizetype JsonCursor::skipDigits()
{
    const qsizetype begin = m_at;
    while (isDigit(peek()))
        step();
    return m_at - begin;
}

bool JsonCursor::skipNumber()
{
    const qsizetype begin = m_at;
    take('-');
    const bool leadingZero = peek() == '0';
    const qsizetype digits = skipDigits();
    bool good = digits > 0 && !(leadingZero && digits > 1);
    if (good && take('.'))
        good = skipDigits() > 0;
    if (good && (peek() == 'e' || peek() == 'E')) {
        step();
        if (!take('-'))
            take('+');
        good = skipDigits() > 0;
    }
    return good || fail(begin, "illegal number");
}

bool JsonCursor::skipWord()
{
    const qsizetype begin = m_at;
    while (isWordCharacter(peek()))
        step();
    const QByteArrayView word = m_text.sliced(begin, m_at - begin);
    return word == "true" || word == "false" || word == "null" || fail(begin, "illegal value");
}

void JsonCursor::skipValue()
{
    qsizetype depth = 0;
    do {
        skipBlank();
        const char c = peek();
        if (c == '{' || c == '[') {
            ++depth;
            step();
        } else if (c == '}' || c == ']') {
            --depth;
            step();
        } else if (c == ',' || c == ':') {
            step();
        } else if (atEnd() || !skipScalar()) {
            return;
        }
    } while (depth > 0);
}

} // namespace qcc
