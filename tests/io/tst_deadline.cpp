// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/deadline.h"
#include "tests/support/dispatcher_main.h"

#include <QElapsedTimer>

using namespace qcc;
using std::chrono::milliseconds;

class TestDeadline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReachedOnceAndNotTooEarly();
    void isNotReachedWhenCleared();
    void movedForwardItWaitsForTheNewMoment();
    void movedBackItComesSooner();
    void canBeSetAgainInsideItsCall();
    void mayBeDestroyedInsideItsCall();
    void isSetFollowsItsCourse();
};

void TestDeadline::isReachedOnceAndNotTooEarly()
{
    int reached = 0;
    QElapsedTimer since;
    qint64 after = 0;
    Deadline deadline([&] {
        ++reached;
        after = since.elapsed();
    });
    since.start();
    deadline.set(milliseconds(40));
    QTRY_COMPARE(reached, 1);
    QVERIFY2(after >= 40, qPrintable(QString::number(after)));
    Deadline later([&] { reached += 10; });
    later.set(milliseconds(60));
    QTRY_COMPARE(reached, 11);
}

void TestDeadline::isNotReachedWhenCleared()
{
    bool reached = false;
    bool other = false;
    Deadline deadline([&] { reached = true; });
    Deadline marker([&] { other = true; });
    deadline.set(milliseconds(10));
    marker.set(milliseconds(40));
    deadline.clear();
    QTRY_VERIFY(other);
    QVERIFY(!reached);
}

void TestDeadline::movedForwardItWaitsForTheNewMoment()
{
    bool reached = false;
    bool between = false;
    Deadline deadline([&] { reached = true; });
    Deadline marker([&] { between = !reached; });
    deadline.set(milliseconds(10));
    deadline.set(milliseconds(120));
    marker.set(milliseconds(50));
    QTRY_VERIFY(reached);
    QVERIFY(between);
}

void TestDeadline::movedBackItComesSooner()
{
    bool reached = false;
    bool late = false;
    Deadline deadline([&] { reached = true; });
    Deadline marker([&] { late = !reached; });
    deadline.set(milliseconds(10'000));
    deadline.set(milliseconds(10));
    marker.set(milliseconds(1'000));
    QTRY_VERIFY(reached);
    QVERIFY(!late);
}

void TestDeadline::canBeSetAgainInsideItsCall()
{
    int reached = 0;
    std::unique_ptr<Deadline> deadline;
    deadline = std::make_unique<Deadline>([&] {
        if (++reached < 3)
            deadline->set(milliseconds(5));
    });
    deadline->set(milliseconds(5));
    QTRY_COMPARE(reached, 3);
    QVERIFY(!deadline->isSet());
}

void TestDeadline::mayBeDestroyedInsideItsCall()
{
    std::unique_ptr<Deadline> deadline;
    deadline = std::make_unique<Deadline>([&] { deadline.reset(); });
    deadline->set(milliseconds(0));
    QTRY_VERIFY(!deadline);
}

void TestDeadline::isSetFollowsItsCourse()
{
    bool setInside = true;
    std::unique_ptr<Deadline> deadline;
    deadline = std::make_unique<Deadline>([&] { setInside = deadline->isSet(); });
    QVERIFY(!deadline->isSet());
    deadline->set(milliseconds(1));
    QVERIFY(deadline->isSet());
    QTRY_VERIFY(!deadline->isSet());
    QVERIFY(!setInside);
}

QCC_DISPATCHER_TEST_MAIN(TestDeadline)
#include "tst_deadline.moc"
