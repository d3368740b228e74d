// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/spill_file.h"
#include "app/upstream/transport.h"

#include <QByteArray>

namespace qcc {

/// Memory that all replay buffers share; beyond it bodies go to temporary files at once.
struct ReplayBudget
{
    static constexpr qint64 kMemory = 256 * 1024 * 1024;
    qint64 inMemory = 0;
};

/// The client's request body, kept byte-identical until the answer is committed, so that each attempt can
/// read it from the start: in memory up to kMemoryLimit, then in a private temporary file that dies with
/// the process. Engine thread.
class ReplayBuffer final : public BodySource
{
public:
    static constexpr qint64 kMemoryLimit = 1024 * 1024;

    explicit ReplayBuffer(ReplayBudget &budget) : m_budget(budget) {}
    ~ReplayBuffer() override;
    ReplayBuffer(const ReplayBuffer &) = delete;
    ReplayBuffer &operator=(const ReplayBuffer &) = delete;

    /// False: the bytes can't be kept (no space for the temporary file).
    bool append(QByteArrayView bytes);
    void finish() { m_complete = true; }
    /// Gives memory and file back; reading is over.
    void release();

    std::optional<QByteArray> read(qint64 offset, qint64 most) override;
    qint64 size() const override { return m_size; }
    bool complete() const override { return m_complete; }

private:
    bool spill();

    ReplayBudget &m_budget;
    QByteArray m_memory;
    std::unique_ptr<SpillFile> m_file;
    qint64 m_size = 0;
    bool m_complete = false;
    bool m_released = false;
};

} // namespace qcc
