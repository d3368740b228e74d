// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_watch.h"

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
    if (::pipe2(g_interruptPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    m_notifier = std::make_unique<QSocketNotifier>(g_interruptPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &InterruptWatch::readable);
    handleWith(noteInterrupt);
}

InterruptWatch::~InterruptWatch()
{
    handleWith(SIG_DFL);
    m_notifier.reset();
    for (int &end : g_interruptPipe)
        ::close(std::exchange(end, -1));
}

void InterruptWatch::readable()
{
    char bytes[16];
    if (::read(g_interruptPipe[0], bytes, sizeof bytes) > 0)
        Q_EMIT interrupted();
}

} // namespace qcc
