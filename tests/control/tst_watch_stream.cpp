// SPDX-License-Identifier: GPL-3.0-or-later
// Watching a scripted door over real local sockets.
#include "app/control/control_connection.h"
#include "app/control/control_server.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"
#include "app/control/watch_client.h"
#include "models/domain/decision_json.h"
#include "tests/control/scripted_door.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;
using namespace std::chrono_literals;

class TestWatchStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void beginsWithSettingsAndSnapshot();
    void tellsWhatChanges();
    void isSilentWhileNothingHappens();
    void tellsEventsAfterTheStateTheyMade();
    void carriesEventsWithTheirDecisions();
    void keepsItsPace();
    void takesAnotherPace();
    void isNotDroppedForBeingIdle();
    void refusesEverythingElseWhileWatching();
    void aWatcherThatDoesNotReadGetsTheNewestOnly();
    void aWatcherThatNeverReadsIsDropped();
    void forgetsWatchersThatLeave();
    void endsWithTheInstance();
    void saysThatNobodyIsThere();
    void refusesWhatIsNoInstance_data();
    void refusesWhatIsNoInstance();
    void beginsAnewAfterItsEnd();
    void isSilentOnceStopped();

private:
    std::unique_ptr<QLocalSocket> rawWatcher(milliseconds every);
    bool noConnections() const { return m_server->findChildren<ControlConnection *>().isEmpty(); }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    std::unique_ptr<ScriptedDoor> m_door;
    std::unique_ptr<ControlServer> m_server;
};

namespace {

/// What came, in words, in the order in which it came.
class Watcher
{
public:
    explicit Watcher(const QString &path) : client(path)
    {
        QObject::connect(&client, &WatchClient::snapshotCame, &client, [this](const ProxySnapshot &snapshot) {
            log << QStringLiteral("snapshot %1").arg(snapshot.pid);
            last = snapshot;
        });
        QObject::connect(&client, &WatchClient::settingsCame, &client, [this](const Settings &settings) {
            log << QStringLiteral("settings %1").arg(settings.activeConfig);
        });
        QObject::connect(&client, &WatchClient::eventCame, &client, [this](const FailoverEvent &event) {
            log << QStringLiteral("event %1").arg(event.id);
            lastEvent = event;
        });
        QObject::connect(&client, &WatchClient::announced, &client,
                         [this](const Alert &alert) { log << QStringLiteral("announced %1").arg(alert.to); });
        QObject::connect(&client, &WatchClient::ended, &client, [this](const Refusal &why) {
            log << QStringLiteral("ended %1").arg(toWord(why.code));
        });
    }

    WatchClient client;
    QStringList log;
    ProxySnapshot last;
    FailoverEvent lastEvent;

private:
    static QString toWord(RefusalCode code)
    {
        return code == RefusalCode::NotRunning ? QStringLiteral("not running") : QStringLiteral("protocol");
    }
};

FailoverEvent switched(const QString &id)
{
    FailoverEvent event;
    event.id = id;
    event.to = QStringLiteral("backup");
    event.decision = Decision{};
    event.decision->rejected = {
        {QStringLiteral("production"), Priority::Primary, RejectReason::Unhealthy, 3, 0, {}}};
    return event;
}

const QStringList kFirst{QStringLiteral("settings a"), QStringLiteral("snapshot 1")};

} // namespace

void TestWatchStream::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_path = m_home->filePath(QStringLiteral("control.sock"));
    m_door = std::make_unique<ScriptedDoor>();
    m_door->held.activeConfig = QStringLiteral("a");
    m_door->shown.pid = 1;
    m_server = std::make_unique<ControlServer>(*m_door);
    m_server->setIdleLimit(200ms);
    QVERIFY(m_server->listen(m_path));
}

void TestWatchStream::cleanup()
{
    m_server.reset();
    m_door.reset();
    m_home.reset();
}

std::unique_ptr<QLocalSocket> TestWatchStream::rawWatcher(milliseconds every)
{
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(m_path);
    socket->write(encodeRequest(AskWatch{every}));
    socket->flush();
    return socket;
}

void TestWatchStream::beginsWithSettingsAndSnapshot()
{
    Watcher watcher(m_path);
    QVERIFY(watcher.client.isIdle());
    watcher.client.start(100ms);
    QVERIFY(!watcher.client.isIdle());
    QTRY_VERIFY(watcher.client.isFollowing());
    QCOMPARE(watcher.log, kFirst);
    QVERIFY(watcher.last == m_door->shown);
}

void TestWatchStream::tellsWhatChanges()
{
    Watcher watcher(m_path);
    watcher.client.start(100ms);
    QTRY_COMPARE(watcher.log, kFirst);
    m_door->shown.pid = 2;
    QTRY_COMPARE(watcher.log.size(), 3);
    m_door->held.activeConfig = QStringLiteral("b");
    QTRY_COMPARE(watcher.log.size(), 4);
    QCOMPARE(watcher.log.mid(2), (QStringList{QStringLiteral("snapshot 2"), QStringLiteral("settings b")}));
}

void TestWatchStream::isSilentWhileNothingHappens()
{
    Watcher watcher(m_path);
    watcher.client.start(100ms);
    QTRY_COMPARE(watcher.log, kFirst);
    const int looks = m_door->looks;
    m_door->shown.failover.standing.at += 1h; // every look is at another moment
    QTRY_VERIFY(m_door->looks >= looks + 3);
    QCOMPARE(watcher.log, kFirst);
}

void TestWatchStream::tellsEventsAfterTheStateTheyMade()
{
    Watcher watcher(m_path);
    watcher.client.start(60s); // nothing but the event itself makes it look
    QTRY_COMPARE(watcher.log, kFirst);
    m_door->shown.pid = 2;
    Q_EMIT m_door->told.eventStored(switched(QStringLiteral("0a1b2c3d")));
    Alert alert;
    alert.to = QStringLiteral("backup");
    Q_EMIT m_door->told.announced(alert);
    QTRY_COMPARE(watcher.log.size(), 5);
    QCOMPARE(watcher.log.mid(2), (QStringList{QStringLiteral("snapshot 2"), QStringLiteral("event 0a1b2c3d"),
                                              QStringLiteral("announced backup")}));
}

void TestWatchStream::carriesEventsWithTheirDecisions()
{
    Watcher watcher(m_path);
    watcher.client.start(100ms);
    QTRY_VERIFY(watcher.client.isFollowing());
    const FailoverEvent told = switched(QStringLiteral("0a1b2c3d"));
    Q_EMIT m_door->told.eventStored(told);
    QTRY_COMPARE(watcher.lastEvent.id, told.id);
    QVERIFY(watcher.lastEvent == told);
}

void TestWatchStream::keepsItsPace()
{
    Watcher watcher(m_path);
    watcher.client.start(200ms);
    QTRY_VERIFY(watcher.client.isFollowing());
    QSignalSpy snapshots(&watcher.client, &WatchClient::snapshotCame);
    QElapsedTimer clock;
    clock.start();
    QTimer busy; // an instance in which something happens all the time
    connect(&busy, &QTimer::timeout, &busy, [this] { ++m_door->shown.pid; });
    busy.start(1ms);
    QTRY_VERIFY(snapshots.size() >= 5);
    QVERIFY(clock.elapsed() >= 4 * 190); // coarse timers may be 5 % early
    busy.stop();
    QTRY_COMPARE(watcher.last.pid, m_door->shown.pid);
}

void TestWatchStream::takesAnotherPace()
{
    Watcher watcher(m_path);
    watcher.client.start(60s);
    QTRY_VERIFY(watcher.client.isFollowing());
    m_door->shown.pid = 2;
    watcher.client.start(100ms);
    QTRY_COMPARE(watcher.last.pid, 2);
    m_door->shown.pid = 3;
    QTRY_COMPARE(watcher.last.pid, 3);
    QCOMPARE(m_server->findChildren<ControlConnection *>().size(), 1);
}

void TestWatchStream::isNotDroppedForBeingIdle()
{
    Watcher watcher(m_path);
    watcher.client.start(100ms);
    QTRY_VERIFY(watcher.client.isFollowing());
    QLocalSocket idle; // comes later, and goes at the idle limit
    idle.connectToServer(m_path);
    QTRY_COMPARE(idle.state(), QLocalSocket::UnconnectedState);
    QVERIFY(watcher.client.isFollowing());
    m_door->shown.pid = 2;
    QTRY_COMPARE(watcher.last.pid, 2);
}

void TestWatchStream::refusesEverythingElseWhileWatching()
{
    auto socket = rawWatcher(100ms);
    socket->write(encodeRequest(AskStop{}));
    QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
    const QList<QByteArray> lines = socket->readAll().split('\n');
    QCOMPARE(lines.size(), 4); // settings, snapshot, why, and what follows the last newline
    const Result<QJsonObject> refused = decodeReply(lines[2]);
    QVERIFY(!refused);
    QCOMPARE(refused.refusal().code, RefusalCode::ProtocolError);
    QCOMPARE(m_door->stops, 0);
}

void TestWatchStream::aWatcherThatDoesNotReadGetsTheNewestOnly()
{
    m_door->shown.home = QString(300'000, QLatin1Char('h')); // more than the system keeps for it
    auto socket = rawWatcher(100ms);
    socket->setReadBufferSize(1);
    QTRY_VERIFY(m_door->looks >= 1);
    Watcher other(m_path); // takes each, so each was there for long enough
    other.client.start(100ms);
    for (qint64 pid = 2; pid <= 9; ++pid) {
        m_door->shown.pid = pid;
        QTRY_COMPARE(other.last.pid, pid);
    }
    socket->setReadBufferSize(0);
    QByteArray received;
    QTRY_VERIFY((received += socket->readAll()).contains("\"pid\":9"));
    QCOMPARE(received.count("\"snapshot\""), 2);
    QVERIFY(received.contains("\"pid\":1,"));
}

void TestWatchStream::aWatcherThatNeverReadsIsDropped()
{
    auto socket = rawWatcher(100ms);
    socket->setReadBufferSize(1);
    QTRY_VERIFY(m_door->looks >= 1);
    FailoverEvent large = switched(QStringLiteral("0a1b2c3d"));
    large.reason = QString(100'000, QLatin1Char('r'));
    for (int i = 0; i < 60; ++i)
        Q_EMIT m_door->told.eventStored(large);
    QTRY_VERIFY(noConnections());
    Q_EMIT m_door->told.eventStored(large);
}

void TestWatchStream::forgetsWatchersThatLeave()
{
    {
        Watcher watcher(m_path);
        watcher.client.start(100ms);
        QTRY_VERIFY(watcher.client.isFollowing());
    }
    QTRY_VERIFY(noConnections());
    const int looks = m_door->looks;
    Q_EMIT m_door->told.eventStored(switched(QStringLiteral("0a1b2c3d")));
    QCOMPARE(m_door->looks, looks);
}

void TestWatchStream::endsWithTheInstance()
{
    Watcher watcher(m_path);
    watcher.client.start(100ms);
    QTRY_VERIFY(watcher.client.isFollowing());
    m_server->close();
    QTRY_COMPARE(watcher.log.size(), 3);
    QCOMPARE(watcher.log[2], QStringLiteral("ended not running"));
    QVERIFY(watcher.client.isIdle());
}

void TestWatchStream::saysThatNobodyIsThere()
{
    Watcher watcher(m_home->filePath(QStringLiteral("nobody.sock")));
    watcher.client.start(100ms);
    QVERIFY(watcher.log.isEmpty()); // not inside the call
    QTRY_COMPARE(watcher.log, QStringList{QStringLiteral("ended not running")});
}

void TestWatchStream::refusesWhatIsNoInstance_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("garbage") << QByteArray("what?\n");
    QTest::newRow("another version") << QByteArray("{\"v\":2,\"ok\":true,\"data\":{}}\n");
    QTest::newRow("half a snapshot") << QByteArray(
        "{\"v\":4,\"ok\":true,\"data\":{\"snapshot\":{\"pid\":1}}}\n");
    QTest::newRow("a refusal") << encodeReply(Refusal{RefusalCode::ProtocolError, {}, {}});
    QTest::newRow("a line without end") << QByteArray(kLargestControlMessage + 1, 'x');
}

void TestWatchStream::refusesWhatIsNoInstance()
{
    QFETCH(QByteArray, answer);
    QLocalServer other;
    const QString path = m_home->filePath(QStringLiteral("other.sock"));
    QVERIFY(other.listen(path));
    connect(&other, &QLocalServer::newConnection, this, [&] {
        QLocalSocket *socket = other.nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, socket, [=] { socket->write(answer); });
    });
    Watcher watcher(path);
    watcher.client.start(100ms);
    QTRY_COMPARE(watcher.log, QStringList{QStringLiteral("ended protocol")});
    QVERIFY(watcher.client.isIdle());
}

void TestWatchStream::beginsAnewAfterItsEnd()
{
    Watcher watcher(m_path);
    connect(&watcher.client, &WatchClient::ended, &watcher.client, [&] { watcher.client.start(100ms); });
    watcher.client.start(100ms);
    QTRY_COMPARE(watcher.log, kFirst);
    m_server->close();
    QVERIFY(m_server->listen(m_path));
    QTRY_VERIFY(watcher.client.isFollowing() && watcher.log.size() > 3);
    QCOMPARE(watcher.log.mid(watcher.log.size() - 2), kFirst);
}

void TestWatchStream::isSilentOnceStopped()
{
    Watcher watcher(m_path);
    watcher.client.start(100ms);
    QTRY_VERIFY(watcher.client.isFollowing());
    watcher.client.stop();
    QVERIFY(watcher.client.isIdle());
    QTRY_VERIFY(noConnections());
    QCOMPARE(watcher.log, kFirst);
    watcher.client.start(100ms); // a stop inside what is told ends it too
    connect(&watcher.client, &WatchClient::settingsCame, &watcher.client, &WatchClient::stop);
    QTRY_VERIFY(watcher.client.isIdle());
    QTRY_VERIFY(noConnections());
    QCOMPARE(watcher.log.last(), QStringLiteral("settings a"));
}

QTEST_GUILESS_MAIN(TestWatchStream)
#include "tst_watch_stream.moc"
