// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/network_watch.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using Reachability = NetworkWatch::Reachability;

/// What is made of the system's reports. Whether the machine of the test has a backend does not matter.
class TestNetworkWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportsBecomeUpAndDown_data();
    void reportsBecomeUpAndDown();
    void saysWhetherThereIsABackend();
    void withoutABackendItSaysNothing();
};

void TestNetworkWatch::reportsBecomeUpAndDown_data()
{
    QTest::addColumn<QByteArray>("reports"); // Online, Site, Local, Disconnected, Unknown
    QTest::addColumn<QByteArray>("told");    // u: up, d: down
    QTest::newRow("always online") << QByteArray("OOO") << QByteArray();
    QTest::newRow("a cable is pulled and put back") << QByteArray("ODO") << QByteArray("du");
    QTest::newRow("each change is told once") << QByteArray("ODDOOD") << QByteArray("dud");
    QTest::newRow("one that always says disconnected is not believed") << QByteArray("DDD") << QByteArray();
    QTest::newRow("disconnected at the start, then online, then not") << QByteArray("DOD") << QByteArray("d");
    QTest::newRow("unknown changes nothing") << QByteArray("UOUDUO") << QByteArray("du");
    QTest::newRow("a local network counts as one: providers may be there")
        << QByteArray("LDS") << QByteArray("du");
}

void TestNetworkWatch::reportsBecomeUpAndDown()
{
    QFETCH(QByteArray, reports);
    QFETCH(QByteArray, told);
    static const QMap<char, Reachability> kWords{{'O', Reachability::Online},
                                                 {'S', Reachability::Site},
                                                 {'L', Reachability::Local},
                                                 {'D', Reachability::Disconnected},
                                                 {'U', Reachability::Unknown}};
    NetworkWatch watch;
    QByteArray heard;
    connect(&watch, &NetworkWatch::reachabilityChanged, this,
            [&heard](bool up) { heard.append(up ? 'u' : 'd'); });
    for (const char report : reports)
        watch.report(kWords[report]);
    QCOMPARE(heard, told);
}

void TestNetworkWatch::saysWhetherThereIsABackend()
{
    NetworkWatch watch;
    watch.start();
    QCOMPARE(watch.hasBackend(), QNetworkInformation::instance() != nullptr);
    QCOMPARE(watch.hasBackend(), !watch.backendName().isEmpty());
}

void TestNetworkWatch::withoutABackendItSaysNothing()
{
    NetworkWatch watch;
    QSignalSpy changed(&watch, &NetworkWatch::reachabilityChanged);
    QVERIFY(!watch.hasBackend());
    QCOMPARE(changed.size(), 0);
}

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_network_watch.moc"
