// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_watch.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace qcc {

namespace {

// A signal handler can reach nothing but statics.
int g_interruptPipe[2] = {-1, -1};

void noteInterrupt(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_interruptPipe[1], &byte, 1);
}

bool readAll()
{
    char bytes[16];
    return ::read(g_interruptPipe[0], bytes, sizeof bytes) > 0;
}

void handleWith(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM})
        ::sigaction(signal, &action, nullptr);
}

} // namespace

InterruptWatch::InterruptWatch(QObject *parent) : QObject(parent)
{
    if (::pipe(g_interruptPipe) != 0)
        qFatal("no pipe for signals");
    for (const int end : g_interruptPipe) { // not pipe2(): macOS has none
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto notifier = std::make_unique<QSocketNotifier>(g_interruptPipe[0], QSocketNotifier::Read);
    connect(notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (readAll())
            Q_EMIT interrupted();
    });
    m_notifier = std::move(notifier);
    handleWith(noteInterrupt);
}

InterruptWatch::~InterruptWatch()
{
    handleWith(SIG_DFL);
    m_notifier.reset();
    for (int &end : g_interruptPipe)
        ::close(std::exchange(end, -1));
}

} // namespace qcc
