// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/signal_watch.h"

#include <windows.h>

#include <atomic>

namespace qcc {

namespace {

// A console's handler can reach nothing but statics; it is called on a thread of its own.
std::atomic<SignalWatch *> g_watch = nullptr;

/// Ctrl-C and Ctrl-Break; the console closes, the person logs off, the machine goes down: then Windows waits
/// a few seconds before it ends the process.
BOOL WINAPI handle(DWORD)
{
    SignalWatch *watch = g_watch;
    if (!watch)
        return FALSE;
    QMetaObject::invokeMethod(watch, &SignalWatch::stopAsked, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

SignalWatch::SignalWatch()
{
    g_watch = this;
    ::SetConsoleCtrlHandler(handle, TRUE);
}

SignalWatch::~SignalWatch()
{
    ::SetConsoleCtrlHandler(handle, FALSE);
    g_watch = nullptr;
}

} // namespace qcc
