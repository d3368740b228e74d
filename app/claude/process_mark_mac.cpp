// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/process_mark.h"

#include <cerrno>
#include <csignal>
#include <sys/sysctl.h>
#include <unistd.h>

namespace qcc {

namespace {

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
