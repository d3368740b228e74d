// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <cstring>

namespace qcc {

/// 64 bits of a sequence of bytes, the same in any chunking: two sequences that differ share them by a rare
/// chance only. Quick (four lanes that don't wait for each other); no defence against somebody who looks for
/// such a chance. Any thread.
class ByteDigest
{
public:
    void add(QByteArrayView bytes)
    {
        m_size += static_cast<quint64>(bytes.size());
        if (m_tailSize > 0) {
            const qsizetype part = std::min(bytes.size(), kBlock - m_tailSize);
            std::memcpy(m_tail.data() + m_tailSize, bytes.data(), static_cast<size_t>(part));
            m_tailSize += part;
            bytes = bytes.sliced(part);
            if (m_tailSize < kBlock)
                return;
            mix(m_tail.data());
            m_tailSize = 0;
        }
        for (; bytes.size() >= kBlock; bytes = bytes.sliced(kBlock))
            mix(bytes.data());
        if (!bytes.isEmpty())
            std::memcpy(m_tail.data(), bytes.data(), static_cast<size_t>(bytes.size()));
        m_tailSize = bytes.size();
    }

    quint64 value() const
    {
        ByteDigest end = *this;
        std::fill(end.m_tail.begin() + m_tailSize, end.m_tail.end(), '\0');
        end.mix(end.m_tail.data());
        quint64 all = m_size;
        for (const quint64 lane : end.m_lanes)
            all = mixed(all, lane);
        return mixed(all, all >> 29);
    }

private:
    static constexpr size_t kLanes = 4;
    static constexpr qsizetype kBlock = kLanes * sizeof(quint64);

    /// As splitmix64 does it: an odd factor and a shift.
    static quint64 mixed(quint64 hash, quint64 word)
    {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        return hash ^ (hash >> 32);
    }
    void mix(const char *block)
    {
        for (size_t i = 0; i < kLanes; ++i) {
            quint64 word;
            std::memcpy(&word, block + i * sizeof(word), sizeof(word));
            m_lanes[i] = mixed(m_lanes[i], word);
        }
    }

    std::array<quint64, kLanes> m_lanes{0xBF58476D1CE4E5B9u, 0x94D049BB133111EBu, 0xD6E8FEB86659FD93u,
                                        0xA0761D6478BD642Fu};
    std::array<char, size_t(kBlock)> m_tail{};
    qsizetype m_tailSize = 0;
    quint64 m_size = 0;
};

} // namespace qcc
