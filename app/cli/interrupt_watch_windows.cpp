// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_watch.h"

#include <windows.h>

#include <atomic>

namespace qcc {

namespace {

// A console's handler can reach nothing but statics; it is called on a thread of its own.
std::atomic<InterruptWatch *> g_watch = nullptr;

BOOL WINAPI noteInterrupt(DWORD)
{
    InterruptWatch *watch = g_watch;
    if (!watch)
        return FALSE;
    QMetaObject::invokeMethod(watch, &InterruptWatch::interrupted, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

InterruptWatch::InterruptWatch(QObject *parent) : QObject(parent)
{
    g_watch = this;
    ::SetConsoleCtrlHandler(noteInterrupt, TRUE);
}

InterruptWatch::~InterruptWatch()
{
    ::SetConsoleCtrlHandler(noteInterrupt, FALSE); // waits for a call that runs
    g_watch = nullptr;
}

} // namespace qcc
