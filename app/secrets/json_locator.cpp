// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/json_locator.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace qcc {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

/// Steps over the values of a text that is known to be valid JSON.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text), m_at(text.startsWith(kByteOrderMark) ? kByteOrderMark.size() : 0)
    {
    }

    qsizetype offset() const { return m_at; }
    void moveTo(qsizetype offset) { m_at = offset; }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void step() { ++m_at; }

    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }

    /// The raw string with its quotes.
    QByteArrayView takeString()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_text.size());
        return m_text.sliced(begin, m_at - begin);
    }

    /// Any value, nested ones by counting brackets.
    void skipValue()
    {
        int depth = 0;
        do {
            skipSpace();
            const char c = peek();
            if (c == '"') {
                takeString();
            } else if (c == '{' || c == '[') {
                ++depth;
                step();
            } else if (c == '}' || c == ']') {
                --depth;
                step();
            } else if (c == ',' || c == ':') {
                step();
            } else {
                skipWord();
            }
        } while (depth > 0 && m_at < m_text.size());
    }

private:
    void skipWord()
    {
        while (m_at < m_text.size() && !QByteArrayView(" \t\r\n,:]}").contains(m_text[m_at]))
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at;
};

QString unescaped(QByteArrayView raw)
{
    const QByteArray document = "[" + raw.toByteArray() + "]";
    return QJsonDocument::fromJson(document).array().first().toString();
}

/// To the value of the last member @p name; false when there is none.
bool enterMember(Cursor &cursor, const QString &name)
{
    if (cursor.peek() != '{')
        return false;
    std::optional<qsizetype> found;
    cursor.step();
    for (cursor.skipSpace(); cursor.peek() == '"'; cursor.skipSpace()) {
        const bool wanted = unescaped(cursor.takeString()) == name;
        cursor.skipSpace();
        cursor.step(); // the colon
        cursor.skipSpace();
        if (wanted)
            found = cursor.offset();
        cursor.skipValue();
        cursor.skipSpace();
        if (cursor.peek() == ',')
            cursor.step();
    }
    if (found)
        cursor.moveTo(*found);
    return found.has_value();
}

bool enterElement(Cursor &cursor, qsizetype index)
{
    if (cursor.peek() != '[')
        return false;
    cursor.step();
    for (qsizetype i = 0; i < index; ++i) {
        cursor.skipValue();
        cursor.skipSpace();
        if (cursor.peek() != ',')
            return false;
        cursor.step();
    }
    cursor.skipSpace();
    return cursor.peek() != ']';
}

} // namespace

qsizetype locate(QByteArrayView text, const JsonPath &path)
{
    Cursor cursor(text);
    cursor.skipSpace();
    qsizetype found = cursor.offset();
    for (const auto &part : path) {
        const bool entered = std::holds_alternative<QString>(part)
                                 ? enterMember(cursor, std::get<QString>(part))
                                 : enterElement(cursor, std::get<qsizetype>(part));
        if (!entered)
            break;
        found = cursor.offset();
    }
    return found;
}

QString lineAndColumn(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::clamp(offset, qsizetype{0}, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const QByteArrayView inLine = before.sliced(lineStart);
    const auto isCharacterStart = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto column = std::count_if(inLine.begin(), inLine.end(), isCharacterStart) + 1;
    return QStringLiteral("line %1, column %2").arg(line).arg(column);
}

} // namespace qcc
