// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/json_cursor.h"

namespace qcc {

namespace {

/// What may come next.
enum class Expected { Value, FirstMember, NextMember, FirstElement, NextElement, Separator, End };

/// The grammar of JSON without recursion, so that a deep text costs no stack.
class Checker
{
public:
    Checker(QByteArrayView text, JsonDialect dialect) : m_cursor(text, dialect), m_dialect(dialect) {}
    std::optional<JsonFault> run();

private:
    bool next();
    bool member(bool mayEnd);
    bool element(bool mayEnd);
    bool value();
    bool separator();
    bool open(char bracket);
    bool closes(char bracket);
    bool fail(const char *reason);

    JsonCursor m_cursor;
    JsonDialect m_dialect;
    QByteArray m_open; ///< the brackets that are open
    Expected m_expected = Expected::Value;
    std::optional<JsonFault> m_fault;
};

bool Checker::fail(const char *reason)
{
    m_fault = JsonFault{m_cursor.offset(), m_cursor.atEnd() ? QStringLiteral("the file ends too early")
                                                            : QString::fromUtf8(reason)};
    return false;
}

std::optional<JsonFault> Checker::run()
{
    if (m_cursor.skipBlank() && m_cursor.atEnd())
        return std::nullopt; // nothing at all
    while (m_cursor.skipBlank() && !(m_expected == Expected::End && m_cursor.atEnd())) {
        if (!next())
            break;
    }
    return m_fault ? m_fault : m_cursor.fault();
}

bool Checker::next()
{
    switch (m_expected) {
    case Expected::Value:
        return value();
    case Expected::FirstMember:
        return member(true);
    case Expected::NextMember:
        return member(m_dialect == JsonDialect::WithComments);
    case Expected::FirstElement:
        return element(true);
    case Expected::NextElement:
        return element(m_dialect == JsonDialect::WithComments);
    case Expected::Separator:
        return separator();
    case Expected::End:
        return fail("garbage at the end of the document");
    }
    Q_UNREACHABLE();
}

bool Checker::member(bool mayEnd)
{
    if (mayEnd && closes('}'))
        return true;
    if (m_cursor.peek() != '"')
        return fail("a name in quotes is needed");
    if (!m_cursor.skipString() || !m_cursor.skipBlank())
        return false;
    m_expected = Expected::Value;
    return m_cursor.take(':') || fail("missing name separator");
}

bool Checker::element(bool mayEnd)
{
    return (mayEnd && closes(']')) || value();
}

bool Checker::value()
{
    const char c = m_cursor.peek();
    if (c == '{' || c == '[')
        return open(c);
    if (m_cursor.atEnd() || c == '}' || c == ']' || c == ',' || c == ':')
        return fail("a value is missing");
    if (!m_cursor.skipScalar())
        return false;
    m_expected = m_open.isEmpty() ? Expected::End : Expected::Separator;
    return true;
}

bool Checker::open(char bracket)
{
    if (m_open.size() >= kDeepestJson)
        return fail("too deeply nested document");
    m_open.append(bracket);
    m_cursor.step();
    m_expected = bracket == '{' ? Expected::FirstMember : Expected::FirstElement;
    return true;
}

bool Checker::closes(char bracket)
{
    if (!m_cursor.take(bracket))
        return false;
    m_open.chop(1);
    m_expected = m_open.isEmpty() ? Expected::End : Expected::Separator;
    return true;
}

bool Checker::separator()
{
    const bool inObject = m_open.back() == '{';
    if (m_cursor.take(',')) {
        m_expected = inObject ? Expected::NextMember : Expected::NextElement;
        return true;
    }
    return closes(inObject ? '}' : ']') || fail("missing value separator");
}

/// The length of the well formed UTF-8 character that begins at @p at; 0: there is none.
qsizetype characterLength(QByteArrayView text, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return 1;
    const qsizetype length = lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || at + length > text.size())
        return 0;
    return text.sliced(at, length).isValidUtf8() ? length : 0;
}

std::optional<JsonFault> encodingFault(QByteArrayView text)
{
    if (text.isValidUtf8())
        return std::nullopt;
    qsizetype at = 0;
    for (qsizetype length = 1; at < text.size() && length > 0; at += length)
        length = characterLength(text, at);
    return JsonFault{at, QStringLiteral("invalid UTF8 string")};
}

} // namespace

std::optional<JsonFault> faultIn(QByteArrayView text, JsonDialect dialect)
{
    if (const std::optional<JsonFault> fault = encodingFault(text))
        return fault;
    return Checker(text, dialect).run();
}

} // namespace qcc
