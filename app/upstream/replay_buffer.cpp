// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/replay_buffer.h"

namespace qcc {

ReplayBuffer::~ReplayBuffer()
{
    release();
}

bool ReplayBuffer::append(QByteArrayView bytes)
{
    if (m_released)
        return true;
    const bool fits =
        m_size + bytes.size() <= kMemoryLimit && m_budget.inMemory + bytes.size() <= ReplayBudget::kMemory;
    if (!m_file && !fits && !spill())
        return false;
    if (m_file) {
        if (!m_file->append(bytes))
            return false;
    } else {
        m_memory.append(bytes.data(), bytes.size());
        m_budget.inMemory += bytes.size();
    }
    m_size += bytes.size();
    return true;
}

bool ReplayBuffer::spill()
{
    m_file = SpillFile::open();
    if (!m_file || !m_file->append(m_memory))
        return false;
    m_budget.inMemory -= m_memory.size();
    m_memory = QByteArray();
    return true;
}

void ReplayBuffer::release()
{
    m_released = true;
    m_budget.inMemory -= m_memory.size();
    m_memory = QByteArray();
    m_file.reset();
}

std::optional<QByteArray> ReplayBuffer::read(qint64 offset, qint64 most)
{
    if (m_released)
        return std::nullopt;
    const qint64 count = std::min(most, m_size - offset);
    if (count <= 0)
        return QByteArray();
    if (!m_file)
        return m_memory.mid(offset, count);
    QByteArray bytes(count, Qt::Uninitialized);
    if (!m_file->readAt(offset, {bytes.data(), static_cast<size_t>(count)}))
        return std::nullopt;
    return bytes;
}

} // namespace qcc
