// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/tray_host_watch.h"
#include "tests/notify/private_bus.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr milliseconds kForever{600'000};

/// A StatusNotifierWatcher that a test plays.
class FakeHost final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isRegistered)
public:
    explicit FakeHost(bool registered)
        : m_registered(registered),
          m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("host")))
    {
        if (!m_bus.registerObject(QStringLiteral("/StatusNotifierWatcher"), this,
                                  QDBusConnection::ExportAllContents) ||
            !m_bus.registerService(QStringLiteral("org.kde.StatusNotifierWatcher")))
            qFatal("the fake host could not be registered");
    }
    ~FakeHost() override { QDBusConnection::disconnectFromBus(QStringLiteral("host")); }
    FakeHost(const FakeHost &) = delete;
    FakeHost &operator=(const FakeHost &) = delete;

    bool isRegistered() const { return m_registered; }
    void setRegistered(bool registered)
    {
        m_registered = registered;
        if (registered)
            Q_EMIT StatusNotifierHostRegistered();
        else
            Q_EMIT StatusNotifierHostUnregistered();
    }

Q_SIGNALS:
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

private:
    bool m_registered;
    QDBusConnection m_bus;
};

} // namespace

/// Waiting for a panel's tray, on a real bus.
class TestTrayHostWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHostThatIsThereSettlesAtOnce()
    {
        FakeHost host(true);
        TrayHostWatch watch(m_bus, kForever);
        QSignalSpy settled(&watch, &TrayHostWatch::settled);
        QVERIFY(settled.wait());
        QVERIFY(watch.isPresent());
    }

    void aHostThatComesIsWaitedFor()
    {
        TrayHostWatch watch(m_bus, kForever);
        QSignalSpy settled(&watch, &TrayHostWatch::settled);
        FakeHost host(true);
        QVERIFY(settled.wait());
        QVERIFY(watch.isPresent());
    }

    void aWatcherWithoutAPanelIsNoHostYet()
    {
        FakeHost host(false);
        TrayHostWatch watch(m_bus, kForever);
        QSignalSpy present(&watch, &TrayHostWatch::presentChanged);
        // Its answer comes behind that of this question.
        QDBusMessage ping = QDBusMessage::createMethodCall(
            QStringLiteral("org.kde.StatusNotifierWatcher"), QStringLiteral("/"),
            QStringLiteral("org.freedesktop.DBus.Peer"), QStringLiteral("Ping"));
        m_bus.call(ping, QDBus::BlockWithGui);
        QVERIFY(present.isEmpty());
        host.setRegistered(true);
        QVERIFY(present.wait());
        QVERIFY(watch.isPresent());
        host.setRegistered(false);
        QVERIFY(present.wait());
        QVERIFY(!watch.isPresent());
    }

    void aHostThatGoesAndComesIsTold()
    {
        auto host = std::make_unique<FakeHost>(true);
        TrayHostWatch watch(m_bus, kForever);
        QSignalSpy settled(&watch, &TrayHostWatch::settled);
        QTRY_VERIFY(watch.isPresent());
        host.reset();
        QTRY_VERIFY(!watch.isPresent());
        host = std::make_unique<FakeHost>(true);
        QTRY_VERIFY(watch.isPresent());
        QCOMPARE(settled.size(), 1);
    }

    void patienceEnds()
    {
        TrayHostWatch watch(m_bus, milliseconds(20));
        QSignalSpy settled(&watch, &TrayHostWatch::settled);
        QVERIFY(settled.wait());
        QVERIFY(!watch.isPresent());
        FakeHost host(true);
        QTRY_VERIFY(watch.isPresent());
        QCOMPARE(settled.size(), 1);
    }

    void withoutABusNothingIsWaitedFor()
    {
        TrayHostWatch watch(QDBusConnection::connectToBus(QStringLiteral("unix:path=/nonexistent/bus"),
                                                          QStringLiteral("none")),
                            kForever);
        QSignalSpy settled(&watch, &TrayHostWatch::settled);
        QVERIFY(settled.wait());
        QVERIFY(!watch.isPresent());
    }

private:
    QDBusConnection m_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("client"));
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!isOnPrivateBus())
        return runOnPrivateBus(argc, argv);
    TestTrayHostWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tray_host_watch.moc"
