// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/process_mark.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace qcc {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// proc(5): field 22 counts clock ticks since the boot, whose id is beside it. The name in field 2 may hold
/// anything, so fields are counted from its closing bracket.
QString beginningOf(qint64 pid)
{
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    const QByteArrayList fields = status.sliced(status.lastIndexOf(')') + 1).simplified().split(' ');
    constexpr qsizetype kStartTime = 22 - 3;
    if (fields.size() <= kStartTime)
        return {};
    const QByteArray boot = contentOf(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed();
    return QString::fromLatin1(fields[kStartTime] + '@' + boot);
}

bool exists(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

} // namespace

ProcessMark ownProcess()
{
    const qint64 pid = ::getpid();
    return {pid, beginningOf(pid)};
}

bool isRunning(const ProcessMark &process)
{
    return process.pid > 0 && exists(process.pid) &&
           (process.began.isEmpty() || beginningOf(process.pid) == process.began);
}

} // namespace qcc
