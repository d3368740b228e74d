// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/stop_signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <unistd.h>

namespace qcc::sim {

namespace {

int stopPipe[2] = {-1, -1}; // a signal handler can reach nothing but a static

void onStopSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written =
        ::write(stopPipe[1], &byte, 1); // full only when a stop is already asked
}

} // namespace

bool quitOnSignals()
{
    if (::pipe(stopPipe) != 0)
        return false;
    auto *notifier = new QSocketNotifier(stopPipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, &QCoreApplication::quit);
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGTERM, onStopSignal);
    return true;
}

} // namespace qcc::sim
