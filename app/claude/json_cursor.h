// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/json_text.h"

namespace qcc {

/// Steps over the tokens of a text byte by byte, and says where one is malformed. Must not know the grammar
/// between tokens. A value; any one thread.
class JsonCursor
{
public:
    JsonCursor(QByteArrayView text, JsonDialect dialect, qsizetype offset = 0);

    qsizetype offset() const { return m_at; }
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    void step() { ++m_at; }
    /// @p c is taken when it comes next.
    bool take(char c);

    /// White space, and comments where the dialect has them. False: fault() tells.
    bool skipBlank();
    /// A string, number or word. False: fault() tells.
    bool skipScalar();
    bool skipString();
    const std::optional<JsonFault> &fault() const { return m_fault; }

    /// Over any value of a text without faults.
    void skipValue();

private:
    bool fail(qsizetype offset, const char *reason);
    bool skipComment();
    bool skipEscape();
    bool skipNumber();
    bool skipWord();
    qsizetype skipDigits();

    QByteArrayView m_text;
    JsonDialect m_dialect;
    qsizetype m_at;
    std::optional<JsonFault> m_fault;
};

} // namespace qcc
