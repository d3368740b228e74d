// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstring>

namespace qcc {

/// 64 bits of a sequence of bytes, the same in any chunking: two sequences that differ share them by a rare
/// chance only. Quick; no defence against somebody who looks for such a chance. Any thread.
class ByteDigest
{
public:
    void add(QByteArrayView bytes)
    {
        m_size += static_cast<quint64>(bytes.size());
        qsizetype at = 0;
        while (m_tailSize > 0 && at < bytes.size())
            addTail(bytes[at++]);
        for (; bytes.size() - at >= kWord; at += kWord) {
            quint64 word;
            std::memcpy(&word, bytes.data() + at, kWord);
            mix(word);
        }
        while (at < bytes.size())
            addTail(bytes[at++]);
    }

    quint64 value() const
    {
        ByteDigest end = *this;
        end.mix(m_tail);
        end.mix(m_size);
        return end.m_hash ^ (end.m_hash >> 29);
    }

private:
    static constexpr int kWord = 8;

    void addTail(char byte)
    {
        reinterpret_cast<char *>(&m_tail)[m_tailSize++] = byte;
        if (m_tailSize < kWord)
            return;
        mix(m_tail);
        m_tail = 0;
        m_tailSize = 0;
    }

    /// As splitmix64 does it: an odd factor and a shift.
    void mix(quint64 word)
    {
        m_hash = (m_hash ^ word) * 0x9E3779B97F4A7C15u;
        m_hash ^= m_hash >> 32;
    }

    quint64 m_hash = 0xBF58476D1CE4E5B9u;
    quint64 m_tail = 0;
    int m_tailSize = 0;
    quint64 m_size = 0;
};

} // namespace qcc
