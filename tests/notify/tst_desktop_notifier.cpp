// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/desktop_notifier.h"
#include "tests/notify/fake_server.h"
#include "tests/notify/private_bus.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

const QStringList kEverything{QStringLiteral("actions"), QStringLiteral("body"),
                              QStringLiteral("body-markup")};

NoticeMessage message(const QString &key, const QString &title = QStringLiteral("Failover to backup"))
{
    return {
        key,
        AlertKind::Failover,
        NoticeUrgency::Normal,
        title,
        QStringLiteral("a & b < c"),
        {{QStringLiteral("default"), QStringLiteral("Open")}, {QStringLiteral("why"), QStringLiteral("Why")}},
        true};
}

const QString kKey = QStringLiteral("switch");

} // namespace

/// Notices on the desktop, against a server on a real bus.
class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoticeIsShown();
    void capabilitiesAreHeeded_data();
    void capabilitiesAreHeeded();
    void theSameCauseIsReplaced();
    void whatChangesWhileItIsSentIsSentAgain();
    void aNoticeIsWithdrawn();
    void whatIsWithdrawnWhileItIsSentIsClosed();
    void allAreWithdrawnAtTheEnd();
    void anActionIsTold();
    void strangersAreNotHeard();
    void closingIsTold_data();
    void closingIsTold();
    void aServerThatRestartsIsFoundAgain();
    void aServerThatStartsLaterIsFound();
    void withoutAServerItIsGivenBack();
    void whatTheServerRefusesIsGivenBack();
    void anUpdateIsNotGivenBack();
    void withoutABusItIsGivenBack();

private:
    QDBusConnection m_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("client"));
};

void TestDesktopNotifier::aNoticeIsShown()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    NoticeMessage critical = message(kKey);
    critical.kind = AlertKind::AllDown;
    critical.urgency = NoticeUrgency::Critical;
    notifier.show(critical);
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(server.calls.size(), size_t(1));
    const FakeServer::Call &call = server.calls.front();
    QCOMPARE(call.application, QStringLiteral("QCC"));
    QCOMPARE(call.icon, QStringLiteral("qcc"));
    QCOMPARE(call.replaces, 0u);
    QCOMPARE(call.title, QStringLiteral("Failover to backup"));
    QCOMPARE(call.hints.value(QStringLiteral("urgency")).toInt(), 2);
    QCOMPARE(call.hints.value(QStringLiteral("category")).toString(), QStringLiteral("network.error"));
    QCOMPARE(call.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("qcc"));
}

void TestDesktopNotifier::capabilitiesAreHeeded_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("actions");
    const QStringList buttons{QStringLiteral("default"), QStringLiteral("Open"), QStringLiteral("why"),
                              QStringLiteral("Why")};
    QTest::newRow("everything") << kEverything << QStringLiteral("a &amp; b &lt; c") << buttons;
    QTest::newRow("no markup") << QStringList{QStringLiteral("actions")} << QStringLiteral("a & b < c")
                               << buttons;
    QTest::newRow("no actions") << QStringList{QStringLiteral("body")} << QStringLiteral("a & b < c")
                                << QStringList();
}

void TestDesktopNotifier::capabilitiesAreHeeded()
{
    QFETCH(QStringList, capabilities);
    FakeServer server(capabilities);
    DesktopNotifier notifier(m_bus);
    notifier.show(message(kKey));
    QTRY_COMPARE(server.calls.size(), size_t(1));
    QTEST(server.calls.front().body, "body");
    QTEST(server.calls.front().actions, "actions");
    QCOMPARE(server.questions, 1);
}

void TestDesktopNotifier::theSameCauseIsReplaced()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    for (const char *key : {"switch", "all-down", "switch"}) {
        const int before = static_cast<int>(shown.size());
        notifier.show(message(QString::fromLatin1(key)));
        QTRY_COMPARE(shown.size(), before + 1);
    }
    QCOMPARE(server.calls.size(), size_t(3));
    QCOMPARE(server.calls[1].replaces, 0u);
    QCOMPARE(server.calls[2].replaces, server.calls[0].id);
}

void TestDesktopNotifier::whatChangesWhileItIsSentIsSentAgain()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    for (const char *title : {"one", "two", "three"})
        notifier.show(message(kKey, QString::fromLatin1(title)));
    QTRY_COMPARE(server.calls.size(), size_t(2));
    QCOMPARE(server.calls[0].title, QStringLiteral("one"));
    QCOMPARE(server.calls[1].title, QStringLiteral("three"));
    QCOMPARE(server.calls[1].replaces, server.calls[0].id);
}

void TestDesktopNotifier::aNoticeIsWithdrawn()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    notifier.show(message(kKey));
    QTRY_COMPARE(shown.size(), 1);
    notifier.withdraw(QStringLiteral("another"));
    notifier.withdraw(kKey);
    QTRY_COMPARE(server.closedIds, (std::vector<uint>{server.calls.front().id}));
}

void TestDesktopNotifier::whatIsWithdrawnWhileItIsSentIsClosed()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    notifier.show(message(kKey));
    notifier.withdraw(kKey);
    QTRY_COMPARE(server.closedIds, std::vector<uint>{1});
    QVERIFY(shown.isEmpty());
}

void TestDesktopNotifier::allAreWithdrawnAtTheEnd()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    notifier.show(message(QStringLiteral("all-down")));
    notifier.show(message(kKey));
    QTRY_COMPARE(shown.size(), 2);
    notifier.show(message(QStringLiteral("still being sent")));
    notifier.withdrawAll();
    QTRY_COMPARE(server.closedIds.size(), size_t(3));
    std::set<uint> closed(server.closedIds.begin(), server.closedIds.end());
    for (const FakeServer::Call &call : server.calls)
        QVERIFY(closed.contains(call.id));
}

void TestDesktopNotifier::anActionIsTold()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    QSignalSpy invoked(&notifier, &DesktopNotifier::actionInvoked);
    notifier.show(message(QStringLiteral("all-down")));
    notifier.show(message(kKey));
    QTRY_COMPARE(shown.size(), 2);
    Q_EMIT server.ActionInvoked(77, QStringLiteral("why")); // another program's
    Q_EMIT server.ActionInvoked(2, QStringLiteral("why"));
    QVERIFY(invoked.wait());
    QCOMPARE(invoked.size(), 1);
    QCOMPARE(invoked.front(), (QVariantList{kKey, QStringLiteral("why")}));
}

void TestDesktopNotifier::strangersAreNotHeard()
{
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    QSignalSpy invoked(&notifier, &DesktopNotifier::actionInvoked);
    notifier.show(message(kKey));
    QTRY_COMPARE(shown.size(), 1);
    QDBusMessage forged = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"),
                                                     QStringLiteral("org.freedesktop.Notifications"),
                                                     QStringLiteral("ActionInvoked"));
    forged << 1u << QStringLiteral("pause");
    QVERIFY(m_bus.send(forged));
    notifier.show(message(QStringLiteral("later"))); // goes behind the signal
    QTRY_COMPARE(shown.size(), 2);
    QVERIFY(invoked.isEmpty());
}

void TestDesktopNotifier::closingIsTold_data()
{
    QTest::addColumn<uint>("reason");
    QTest::addColumn<bool>("forgotten");
    QTest::newRow("expired: it may still lie in a list") << 1u << false;
    QTest::newRow("dismissed by the person") << 2u << true;
}

void TestDesktopNotifier::closingIsTold()
{
    QFETCH(uint, reason);
    QFETCH(bool, forgotten);
    FakeServer server(kEverything);
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    QSignalSpy closed(&notifier, &DesktopNotifier::closed);
    notifier.show(message(kKey));
    QTRY_COMPARE(shown.size(), 1);
    Q_EMIT server.NotificationClosed(1, reason);
    QVERIFY(closed.wait());
    QCOMPARE(closed.front().front().toString(), kKey);
    notifier.withdraw(kKey);
    notifier.show(message(QStringLiteral("later"))); // goes behind the withdrawal
    QTRY_COMPARE(shown.size(), 2);
    QCOMPARE(server.closedIds.empty(), forgotten);
}

void TestDesktopNotifier::aServerThatRestartsIsFoundAgain()
{
    auto first = std::make_unique<FakeServer>(QStringList{QStringLiteral("body")});
    DesktopNotifier notifier(m_bus);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    QSignalSpy invoked(&notifier, &DesktopNotifier::actionInvoked);
    notifier.show(message(kKey));
    QTRY_COMPARE(shown.size(), 1);
    first.reset();
    FakeServer second(kEverything);
    second.nextId = 5;
    QTRY_COMPARE(second.questions, 1);
    notifier.show(message(kKey));
    QTRY_COMPARE(shown.size(), 2);
    QCOMPARE(second.calls.front().replaces, 0u);
    QVERIFY(!second.calls.front().actions.isEmpty());
    Q_EMIT second.ActionInvoked(5, QStringLiteral("why"));
    QVERIFY(invoked.wait());
}

void TestDesktopNotifier::aServerThatStartsLaterIsFound()
{
    DesktopNotifier notifier(m_bus);
    QSignalSpy back(&notifier, &DesktopNotifier::undeliverable);
    notifier.show(message(kKey));
    QVERIFY(back.wait());
    FakeServer server(kEverything);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    notifier.show(message(kKey));
    QVERIFY(shown.wait());
    QCOMPARE(server.calls.size(), size_t(1));
    QCOMPARE(back.size(), 1);
}

void TestDesktopNotifier::withoutAServerItIsGivenBack()
{
    DesktopNotifier notifier(m_bus);
    QSignalSpy back(&notifier, &DesktopNotifier::undeliverable);
    notifier.show(message(kKey));
    notifier.show(message(QStringLiteral("all-down")));
    QTRY_COMPARE(back.size(), 2);
    QCOMPARE(back.front().front().value<NoticeMessage>(), message(kKey));
}

void TestDesktopNotifier::whatTheServerRefusesIsGivenBack()
{
    FakeServer server(kEverything);
    server.refuses = true;
    DesktopNotifier notifier(m_bus);
    QSignalSpy back(&notifier, &DesktopNotifier::undeliverable);
    notifier.show(message(kKey));
    QVERIFY(back.wait());
    server.refuses = false;
    notifier.show(message(kKey));
    QTRY_COMPARE(server.calls.size(), size_t(1));
}

void TestDesktopNotifier::anUpdateIsNotGivenBack()
{
    DesktopNotifier notifier(m_bus);
    QSignalSpy back(&notifier, &DesktopNotifier::undeliverable);
    NoticeMessage update = message(QStringLiteral("all-down"));
    update.isNews = false;
    notifier.show(update);
    notifier.show(message(kKey));
    QVERIFY(back.wait());
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.front().front().value<NoticeMessage>().key, kKey);
}

void TestDesktopNotifier::withoutABusItIsGivenBack()
{
    const QDBusConnection none =
        QDBusConnection::connectToBus(QStringLiteral("unix:path=/nonexistent/bus"), QStringLiteral("none"));
    QVERIFY(!none.isConnected());
    DesktopNotifier notifier(none);
    QSignalSpy back(&notifier, &DesktopNotifier::undeliverable);
    notifier.show(message(kKey));
    QTRY_COMPARE(back.size(), 1);
    notifier.withdraw(kKey);
    notifier.show(message(kKey));
    QTRY_COMPARE(back.size(), 2);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!isOnPrivateBus())
        return runOnPrivateBus(argc, argv);
    TestDesktopNotifier test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktop_notifier.moc"
