// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/file_lock.h"

namespace qcc {

/// The right to write in one QCC_HOME: held by a running instance for its life, and by a command line that
/// works on the files directly for the length of a command. An flock: the kernel lets go of it even after
/// kill -9. The file names the holder's pid.
class InstanceLock
{
public:
    /// InstanceRunning (subject: home, detail: the holder's pid) when it is still held after @p timeout;
    /// FileUnwritable. Blocks the calling thread for up to @p timeout.
    static Result<std::unique_ptr<InstanceLock>> acquire(const QString &home,
                                                         milliseconds timeout = milliseconds{0});

    ~InstanceLock();

    /// The pid that holds @p home now (0: it has not said yet); none when nobody does.
    static std::optional<qint64> holder(const QString &home);

private:
    explicit InstanceLock(FileLock lock);
    FileLock m_lock;
};

} // namespace qcc
