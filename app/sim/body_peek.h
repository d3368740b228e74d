// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace qcc::sim {

/// Reads "model" and "stream" of a JSON object while it passes by in pieces of any size, and whether it
/// offers tools or brings a tool's result, remembering nothing else, so that a body of 100 MiB costs nothing.
/// Not a validator: it sees strings, brackets and the keys of the outermost object.
class BodyPeek
{
public:
    static constexpr qsizetype maxToken = 256; ///< longer keys and values are cut

    void feed(QByteArrayView bytes);

    /// An object began and every bracket was closed.
    bool isObject() const { return m_isObject && m_depth == 0 && !m_inString; }
    QByteArray model() const { return m_model; }
    bool wantsStream() const { return m_stream; }
    /// "tools" is a list with something in it.
    bool offersTools() const { return m_offersTools; }
    /// The word "tool_result" stands somewhere as a whole string.
    bool hasToolResult() const { return m_hasToolResult; }

private:
    void inString(char c);
    void outsideString(char c);
    void endValue();
    void keep(char c);
    void stringEnded();
    void opened();

    QByteArray m_key;
    QByteArray m_token;
    QByteArray m_model;
    int m_depth = 0;
    bool m_isObject = false;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_stream = false;
    QByteArray m_word; ///< the string that is being read, at any depth
    bool m_offersTools = false;
    bool m_hasToolResult = false;
};

} // namespace qcc::sim
