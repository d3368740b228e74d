// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <memory>

namespace qcc {

/// An exclusive lock on a file of its own (flock, LockFileEx), held until destroyed or the process ends. Any
/// one thread.
class FileLock
{
public:
    /// None when somebody else still holds it after @p timeout (blocks that long). FileUnwritable when @p
    /// path cannot be opened.
    static Result<std::optional<FileLock>> acquire(const QString &path, milliseconds timeout);

    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&) = delete;

    /// Replaces the lock file's content, for others to read.
    void note(const QByteArray &text);

private:
    explicit FileLock(qintptr handle) : m_handle(handle) {}
    qintptr m_handle = -1; ///< a descriptor, or Windows' HANDLE; -1: none
};

} // namespace qcc
