// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/stop_signals.h"

#include <QCoreApplication>

#include <windows.h>

namespace qcc::sim {

namespace {

/// Called on a thread of its own.
BOOL WINAPI onStop(DWORD)
{
    QCoreApplication *application = QCoreApplication::instance();
    return application &&
           QMetaObject::invokeMethod(application, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace

bool quitOnSignals()
{
    return ::SetConsoleCtrlHandler(onStop, TRUE);
}

} // namespace qcc::sim
