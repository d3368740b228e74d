// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/process_mark.h"

#include <windows.h>

namespace qcc {

namespace {

/// Empty: there is no such process, or it has ended and is only still held by somebody.
QString beginningOf(qint64 pid)
{
    const HANDLE process =
        OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return {};
    FILETIME began, ended, kernel, user;
    const bool known = GetProcessTimes(process, &began, &ended, &kernel, &user) &&
                       WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return known ? QString::number((quint64(began.dwHighDateTime) << 32) | began.dwLowDateTime) : QString();
}

} // namespace

ProcessMark ownProcess()
{
    const qint64 pid = GetCurrentProcessId();
    return {pid, beginningOf(pid)};
}

bool isRunning(const ProcessMark &process)
{
    return process.pid > 0 && !process.began.isEmpty() && beginningOf(process.pid) == process.began;
}

} // namespace qcc
