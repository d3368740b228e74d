// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/body_peek.h"

namespace qcc::sim {

void BodyPeek::feed(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (m_inString)
            inString(c);
        else
            outsideString(c);
    }
}

void BodyPeek::keep(char c)
{
    if (m_depth == 1 && m_token.size() < maxToken)
        m_token.append(c);
}

void BodyPeek::inString(char c)
{
    if (m_escaped)
        m_escaped = false;
    else if (c == '\\')
        m_escaped = true;
    else if (c == '"') {
        m_inString = false;
        stringEnded();
        return;
    }
    if (m_word.size() < maxToken)
        m_word.append(c);
    keep(c);
}

void BodyPeek::stringEnded()
{
    m_hasToolResult = m_hasToolResult || m_word == "tool_result";
    m_word.clear();
}

void BodyPeek::opened()
{
    m_isObject = m_isObject || m_depth == 0;
    m_offersTools = m_offersTools || (m_depth == 2 && m_key == "tools");
    ++m_depth;
}

void BodyPeek::outsideString(char c)
{
    switch (c) {
    case '"':
        m_inString = true;
        return;
    case '{':
        opened();
        return;
    case '[':
        ++m_depth;
        return;
    case '}':
    case ']':
        if (m_depth == 1)
            endValue();
        m_depth -= m_depth > 0 ? 1 : 0;
        return;
    case ',':
        if (m_depth == 1)
            endValue();
        return;
    case ':':
        if (m_depth == 1) {
            m_key = m_token;
            m_token.clear();
        }
        return;
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return;
    default:
        keep(c);
    }
}

void BodyPeek::endValue()
{
    if (m_key == "model")
        m_model = m_token;
    else if (m_key == "stream")
        m_stream = m_token == "true";
    m_key.clear();
    m_token.clear();
}

} // namespace qcc::sim
