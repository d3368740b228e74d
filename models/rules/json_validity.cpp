// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/json_validity.h"

#include "models/rules/json_text.h"

#include <bitset>
#include <cstring>

namespace qcc {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Reads a document once, from its first byte to its last.
///
///   Value --{--> FirstKey --string :--> Value      Value --[--> FirstValue
///   FirstKey | FirstValue --closing bracket--> AfterValue         Value --scalar--> AfterValue
///   AfterValue --,--> Key or Value --closing bracket, outermost--> over
class Checker
{
public:
    explicit Checker(QByteArrayView text) : m_at(text.begin()), m_end(text.end()) {}

    bool check();

private:
    enum class Expected { FirstKey, Key, FirstValue, Value, AfterValue };
    enum class Step { On, Wrong, TooDeep };

    void skipSpace();
    bool take(char c);
    bool takeWord(QByteArrayView word);
    bool takeDigits();
    bool takeNumber();
    bool takeString();
    bool takeEscape();
    bool takeMultibyte();
    bool takeScalar();
    Step open(bool object);
    Step close(bool object);
    Step takeKey();
    Step takeValue();
    Step afterValue();
    Step step();

    const char *m_at;
    const char *m_end;
    std::bitset<kCheckedNesting> m_isObject;
    int m_depth = 0;
    Expected m_expected = Expected::Value;
};

void Checker::skipSpace()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

bool Checker::take(char c)
{
    if (m_at == m_end || *m_at != c)
        return false;
    ++m_at;
    return true;
}

bool Checker::takeWord(QByteArrayView word)
{
    if (m_end - m_at < word.size() || std::memcmp(m_at, word.data(), static_cast<size_t>(word.size())) != 0)
        return false;
    m_at += word.size();
    return true;
}

bool Checker::takeDigits()
{
    const char *const from = m_at;
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
    return m_at != from;
}

/// RFC 8259 section 6.
bool Checker::takeNumber()
{
    take('-');
    if (!take('0') && !takeDigits())
        return false;
    if (take('.') && !takeDigits())
        return false;
    if (m_at == m_end || (*m_at != 'e' && *m_at != 'E'))
        return true;
    ++m_at;
    if (!take('+'))
        take('-');
    return takeDigits();
}

bool Checker::takeEscape()
{
    if (m_at == m_end)
        return false;
    if (*m_at++ != 'u')
        return true;
    if (m_end - m_at < 4 || !std::all_of(m_at, m_at + 4, isHexDigit))
        return false;
    m_at += 4;
    return true;
}

/// One character beyond ASCII: Unicode 15, table 3-7.
bool Checker::takeMultibyte()
{
    const auto byte = [this](qsizetype i) { return static_cast<unsigned char>(m_at[i]); };
    const unsigned char lead = byte(0);
    const qsizetype size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || m_end - m_at < size)
        return false;
    const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < least || byte(1) > most)
        return false;
    for (qsizetype i = 2; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return false;
    }
    m_at += size;
    return true;
}

bool Checker::takeString()
{
    if (!take('"'))
        return false;
    for (;;) {
        m_at += plainAsciiSize(QByteArrayView(m_at, m_end));
        if (m_at == m_end)
            return false;
        if (static_cast<unsigned char>(*m_at) >= 0x80) {
            if (!takeMultibyte())
                return false;
        } else if (*m_at++ == '"') {
            return true;
        } else if (!takeEscape()) {
            return false;
        }
    }
}

bool Checker::takeScalar()
{
    switch (*m_at) {
    case '"':
        return takeString();
    case 't':
        return takeWord("true");
    case 'f':
        return takeWord("false");
    case 'n':
        return takeWord("null");
    default:
        return takeNumber();
    }
}

Checker::Step Checker::open(bool object)
{
    ++m_at;
    if (m_depth == kCheckedNesting)
        return Step::TooDeep;
    m_isObject[static_cast<size_t>(m_depth++)] = object;
    m_expected = object ? Expected::FirstKey : Expected::FirstValue;
    return Step::On;
}

Checker::Step Checker::close(bool object)
{
    ++m_at;
    if (m_isObject[static_cast<size_t>(m_depth - 1)] != object)
        return Step::Wrong;
    --m_depth;
    m_expected = Expected::AfterValue;
    return Step::On;
}

Checker::Step Checker::takeKey()
{
    if (m_expected == Expected::FirstKey && *m_at == '}')
        return close(true);
    if (!takeString())
        return Step::Wrong;
    skipSpace();
    m_expected = Expected::Value;
    return take(':') ? Step::On : Step::Wrong;
}

Checker::Step Checker::takeValue()
{
    if (*m_at == '{' || *m_at == '[')
        return open(*m_at == '{');
    if (m_expected == Expected::FirstValue && *m_at == ']')
        return close(false);
    m_expected = Expected::AfterValue;
    return m_depth > 0 && takeScalar() ? Step::On : Step::Wrong;
}

Checker::Step Checker::afterValue()
{
    if (*m_at == '}' || *m_at == ']')
        return close(*m_at == '}');
    m_expected = m_isObject[static_cast<size_t>(m_depth - 1)] ? Expected::Key : Expected::Value;
    return take(',') ? Step::On : Step::Wrong;
}

Checker::Step Checker::step()
{
    switch (m_expected) {
    case Expected::FirstKey:
    case Expected::Key:
        return takeKey();
    case Expected::FirstValue:
    case Expected::Value:
        return takeValue();
    case Expected::AfterValue:
        return afterValue();
    }
    Q_UNREACHABLE();
}

bool Checker::check()
{
    do {
        skipSpace();
        const Step taken = m_at == m_end ? Step::Wrong : step();
        if (taken != Step::On)
            return taken == Step::TooDeep;
    } while (m_depth > 0);
    skipSpace();
    return m_at == m_end;
}

} // namespace

bool isJsonDocument(QByteArrayView text)
{
    return Checker(text).check();
}

} // namespace qcc
