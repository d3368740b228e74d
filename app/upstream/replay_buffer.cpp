// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/replay_buffer.h"

#include <QDir>
#include <QTemporaryFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace qcc {

namespace {

/// An open temporary file, readable by nobody else, already without a name. -1 when there is none to be had.
int nameless()
{
    if (QDir::tempPath().isEmpty())
        return -1;                                                              // TMPDIR names no directory
    QTemporaryFile file(QDir::tempPath() + QStringLiteral("/qcc-body-XXXXXX")); // created 0600
    if (!file.open())
        return -1;
    return ::fcntl(file.handle(), F_DUPFD_CLOEXEC, 0); // the destructor removes the name, the copy stays open
}

} // namespace

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
    if (m_file < 0 && !fits && !spill())
        return false;
    if (m_file >= 0) {
        if (!writeAll(bytes))
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
    m_file = nameless();
    if (m_file < 0 || !writeAll(m_memory))
        return false;
    m_budget.inMemory -= m_memory.size();
    m_memory = QByteArray();
    return true;
}

bool ReplayBuffer::writeAll(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_file, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

void ReplayBuffer::release()
{
    m_released = true;
    m_budget.inMemory -= m_memory.size();
    m_memory = QByteArray();
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
}

std::optional<QByteArray> ReplayBuffer::read(qint64 offset, qint64 most)
{
    if (m_released)
        return std::nullopt;
    const qint64 count = std::min(most, m_size - offset);
    if (count <= 0)
        return QByteArray();
    if (m_file < 0)
        return m_memory.mid(offset, count);
    QByteArray bytes(count, Qt::Uninitialized);
    const ssize_t got = ::pread(m_file, bytes.data(), static_cast<size_t>(count), offset);
    if (got != count)
        return std::nullopt;
    return bytes;
}

} // namespace qcc
