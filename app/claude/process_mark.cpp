// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/process_mark.h"

#include <QCoreApplication>
#include <QFile>

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <sys/sysctl.h>
#endif
#if defined(Q_OS_UNIX)
#include <cerrno>
#include <csignal>
#endif

namespace qcc {

namespace {

#if defined(Q_OS_WIN)

QString beginningOf(qint64 pid)
{
    const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return {};
    FILETIME began, ended, kernel, user;
    const bool known = GetProcessTimes(process, &began, &ended, &kernel, &user);
    CloseHandle(process);
    return known ? QString::number((quint64(began.dwHighDateTime) << 32) | began.dwLowDateTime) : QString();
}

bool exists(qint64 pid)
{
    const HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(pid));
    const bool runs = process && WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    if (process)
        CloseHandle(process);
    return runs;
}

#else

bool exists(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

#if defined(Q_OS_MACOS)

QString beginningOf(qint64 pid)
{
    int name[] = {CTL_KERN, KERN_PROC, KERN_PROC_PID, static_cast<int>(pid)};
    struct kinfo_proc info = {};
    size_t size = sizeof info;
    if (::sysctl(name, 4, &info, &size, nullptr, 0) != 0 || size == 0)
        return {};
    const timeval began = info.kp_proc.p_starttime;
    return QStringLiteral("%1.%2").arg(began.tv_sec).arg(began.tv_usec);
}

#else

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

#endif
#endif

} // namespace

ProcessMark ownProcess()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return {pid, beginningOf(pid)};
}

bool isRunning(const ProcessMark &process)
{
    return process.pid > 0 && exists(process.pid) &&
           (process.began.isEmpty() || beginningOf(process.pid) == process.began);
}

} // namespace qcc
