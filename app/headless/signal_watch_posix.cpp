// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/signal_watch.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace qcc {

namespace {

// A signal handler can reach nothing but statics.
int g_pipe[2] = {-1, -1};

void handle(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &byte, 1);
}

bool readAll()
{
    char bytes[16];
    return ::read(g_pipe[0], bytes, sizeof bytes) > 0;
}

void install(void (*handler)(int))
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

} // namespace

SignalWatch::SignalWatch()
{
    if (::pipe(g_pipe) != 0)
        qFatal("no pipe for signals");
    for (const int end : g_pipe) { // not pipe2(): macOS has none
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto notifier = std::make_unique<QSocketNotifier>(g_pipe[0], QSocketNotifier::Read);
    connect(notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (readAll())
            Q_EMIT stopAsked();
    });
    m_notifier = std::move(notifier);
    install(handle);
}

SignalWatch::~SignalWatch()
{
    install(SIG_DFL);
    m_notifier.reset();
    ::close(std::exchange(g_pipe[0], -1));
    ::close(std::exchange(g_pipe[1], -1));
}

} // namespace qcc
