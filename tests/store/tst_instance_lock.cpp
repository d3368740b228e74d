// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/instance_lock.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace qcc;

class TestInstanceLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSecondHearsWhoHoldsIt()
    {
        QCOMPARE(InstanceLock::holder(home()), std::nullopt);
        Result<std::unique_ptr<InstanceLock>> first = InstanceLock::acquire(home());
        QVERIFY(first.ok());
        const Result<std::unique_ptr<InstanceLock>> second = InstanceLock::acquire(home(), milliseconds(30));
        QVERIFY(!second);
        QCOMPARE(second.refusal(),
                 (Refusal{RefusalCode::InstanceRunning, home(), QString::number(::getpid())}));
        QCOMPARE(InstanceLock::holder(home()), qint64(::getpid()));
        first->reset();
        QCOMPARE(InstanceLock::holder(home()), std::nullopt);
        QVERIFY(InstanceLock::acquire(home()).ok());
    }

    void killingTheHolderFreesIt()
    {
        std::array<int, 2> ready = {};
        QCOMPARE(::pipe(ready.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = InstanceLock::acquire(home());
            const char answer = lock.ok() ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), ssize_t(1));
        QCOMPARE(answer, 'y');
        QCOMPARE(InstanceLock::acquire(home()).refusal().detail, QString::number(child));
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QVERIFY(InstanceLock::acquire(home()).ok());
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void aHomeThatIsNotThereIsRefused()
    {
        const auto lock = InstanceLock::acquire(home() + QStringLiteral("/nowhere"));
        QVERIFY(!lock);
        QCOMPARE(lock.refusal().code, RefusalCode::FileUnwritable);
    }

private:
    QString home() const { return m_directory.path(); }
    QTemporaryDir m_directory;
};

QTEST_APPLESS_MAIN(TestInstanceLock)
#include "tst_instance_lock.moc"
