// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace qcc::sim {

/// Reads "model" and "stream" of a JSON object while it passes by in pieces of any size, remembering nothing
/// else, so that a body of 100 MiB costs nothing. Not a validator: it sees strings, brackets and the keys of
/// the outermost object.
class BodyPeek
{
public:
    static constexpr qsizetype maxToken = 256; ///< longer keys and values are cut

    void feed(QByteArrayView bytes);

    /// An object began and every bracket was closed.
    bool isObject() const { return m_isObject && m_depth == 0 && !m_inString; }
    QByteArray model() const { return m_model; }
    bool wantsStream() const { return m_stream; }

private:
    void inString(char c);
    void outsideString(char c);
    void endValue();
    void keep(char c);

    QByteArray m_key;
    QByteArray m_token;
    QByteArray m_model;
    int m_depth = 0;
    bool m_isObject = false;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_stream = false;
};

} // namespace qcc::sim
