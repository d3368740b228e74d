// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/instance_lock.h"

#include "app/secrets/private_file.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace qcc {

namespace {

QString lockPath(const QString &home)
{
    return home + QStringLiteral("/instance.lock");
}

/// What the lock file says; 0 between the lock and the note.
qint64 notedPid(const QString &home)
{
    const Result<std::optional<QByteArray>> content = readPrivateFile(lockPath(home));
    return content && *content ? (*content)->trimmed().toLongLong() : 0;
}

} // namespace

InstanceLock::InstanceLock(FileLock lock) : m_lock(std::move(lock))
{
    m_lock.note(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
}

InstanceLock::~InstanceLock()
{
    m_lock.note({});
}

Result<std::unique_ptr<InstanceLock>> InstanceLock::acquire(const QString &home, milliseconds timeout)
{
    Result<std::optional<FileLock>> lock = FileLock::acquire(lockPath(home), timeout);
    if (!lock)
        return lock.refusal();
    if (!*lock) {
        const qint64 pid = notedPid(home);
        return Refusal{RefusalCode::InstanceRunning, home, pid > 0 ? QString::number(pid) : QString()};
    }
    return std::unique_ptr<InstanceLock>(new InstanceLock(std::move(**lock)));
}

std::optional<qint64> InstanceLock::holder(const QString &home)
{
    if (!QFileInfo::exists(lockPath(home)))
        return std::nullopt;
    const Result<std::optional<FileLock>> lock = FileLock::acquire(lockPath(home), milliseconds{0});
    if (!lock || *lock)
        return std::nullopt;
    return notedPid(home);
}

} // namespace qcc
