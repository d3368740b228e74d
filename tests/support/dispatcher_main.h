// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QTest>

namespace qcc::test {

/// QCC_TEST_DISPATCHER=epoll asks for EpollDispatcher; without it Qt's own is used.
inline bool wantsEpoll()
{
    return qEnvironmentVariable("QCC_TEST_DISPATCHER") == QLatin1String("epoll");
}

/// The dispatcher under test for a thread of the test's own; null stands for Qt's.
inline QAbstractEventDispatcher *newDispatcher()
{
    return wantsEpoll() ? new EpollDispatcher : nullptr;
}

template <typename Test> int runOnDispatcher(int argc, char **argv)
{
    if (QAbstractEventDispatcher *dispatcher = newDispatcher())
        QCoreApplication::setEventDispatcher(
            dispatcher); // before the application makes one; the thread owns it
    QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace qcc::test

/// main() of a test program that is run once on each dispatcher (tests/support/dispatchers.cmake).
#define QCC_DISPATCHER_TEST_MAIN(Test)                                                                       \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        return qcc::test::runOnDispatcher<Test>(argc, argv);                                                 \
    }
