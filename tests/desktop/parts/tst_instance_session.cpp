// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"
#include "app/desktop/instance_session.h"
#include "tests/engine/engine_stage.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr auto kLoopback = "127.0.0.1";

/// A question's answer, once it is there.
template <typename T> struct Heard
{
    std::optional<Result<T>> result;
    Answer<T> take()
    {
        return [this](Result<T> answer) { result.emplace(std::move(answer)); };
    }
};

AddConfig config(const QString &name)
{
    AddConfig add;
    add.name = name;
    Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
    add.endpoint = NewEndpoint{endpoint, Secret("sk-key-of-" + name.toUtf8())};
    return add;
}

} // namespace

class TestInstanceSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("QCC_SECRETS", "file"); }
    void hostsWhereNobodyRuns();
    void commandsComeBackAsSettings();
    void attachesToAnotherInstance();
    void anAttachedInstanceEndsAndComesAgain();
    void takesOverAfterTheOther();
    void aBrokenHomeFailsAndIsTriedAgain();
    void aMendedHomeIsStartedByItself();
    void aTakenPortIsToldAndMended();
    void keysAndTokenAreShownOnDemand();
    void aChannelIsTried();
    void questionsWithoutAnInstanceAreAnswered();
    void opensAnotherHome();
    void whatItHostedEndsAndComesAgainElsewhere();
    void choicesAreRememberedOfTheOwnInstanceOnly_data();
    void choicesAreRememberedOfTheOwnInstanceOnly();
    void closingTwiceEndsOnce();
    void mayBeClosedFromInsideItsNews();
    void endsAHundredTimes();

private:
    static SessionOptions optionsFor(const QString &home, quint16 port = 0);
    static bool openAndWait(InstanceSession &session, const SessionOptions &options);
};

SessionOptions TestInstanceSession::optionsFor(const QString &home, quint16 port)
{
    SessionOptions options;
    options.home = home;
    options.listenHost = QLatin1StringView(kLoopback);
    options.listenPort = port;
    options.checks = HealthChecks::Off;
    return options;
}

bool TestInstanceSession::openAndWait(InstanceSession &session, const SessionOptions &options)
{
    session.open(options);
    return QTest::qWaitFor([&] { return session.isReachable(); }, 20'000);
}

void TestInstanceSession::hostsWhereNobodyRuns()
{
    const QTemporaryDir home;
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(home.path())));
    QCOMPARE(session.state().link, InstanceLink::Hosting);
    QVERIFY(session.snapshot().serving);
    QVERIFY(session.snapshot().listenUrl.startsWith(QStringLiteral("http://127.0.0.1:")));
    QSignalSpy closed(&session, &InstanceSession::closed);
    session.close();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(!session.isHosting());
    QVERIFY(!InstanceLock::holder(home.path()));
}

void TestInstanceSession::commandsComeBackAsSettings()
{
    const QTemporaryDir home;
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(home.path())));
    Heard<Done> added;
    session.submit(config(QStringLiteral("production")), added.take());
    QTRY_VERIFY(added.result);
    QVERIFY(added.result->ok());
    QTRY_VERIFY(session.settings().find(QStringLiteral("production")));
    Heard<Done> again;
    session.submit(config(QStringLiteral("production")), again.take());
    QTRY_VERIFY(again.result);
    QCOMPARE(again.result->refusal().code, RefusalCode::DuplicateConfig);
    QSignalSpy events(&session, &InstanceDoor::eventHappened);
    session.submit(config(QStringLiteral("backup")), [](const Result<Done> &) {});
    QTRY_VERIFY(session.settings().find(QStringLiteral("backup")));
    Heard<Done> switched;
    session.switchConfig({QStringLiteral("backup"), QString(), seconds(3600)}, switched.take());
    QTRY_VERIFY(switched.result);
    QVERIFY(switched.result->ok());
    QTRY_COMPARE(session.snapshot().failover.active, QStringLiteral("backup"));
    QTRY_VERIFY(!events.isEmpty());
}

void TestInstanceSession::attachesToAnotherInstance()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(stage.home())));
    QCOMPARE(session.state().link, InstanceLink::Attached);
    QVERIFY(!session.isHosting());
    QTRY_VERIFY(session.settings().find(QStringLiteral("production")));
    QSignalSpy closed(&session, &InstanceSession::closed);
    session.close();
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(stage.servedBy(), QByteArray("production")); // it goes on
}

void TestInstanceSession::anAttachedInstanceEndsAndComesAgain()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(stage.home())));
    QVERIFY(stage.stop());
    QTRY_COMPARE(session.state().link, InstanceLink::Lost);
    QVERIFY(session.state().trouble);
    QVERIFY(stage.start());
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Attached, 20'000);
}

void TestInstanceSession::takesOverAfterTheOther()
{
    const QTemporaryDir home;
    InstanceSession other;
    QVERIFY(openAndWait(other, optionsFor(home.path())));
    other.submit(config(QStringLiteral("production")), [](const Result<Done> &) {});
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(home.path())));
    QCOMPARE(session.state().link, InstanceLink::Attached);
    QTRY_VERIFY(session.settings().find(QStringLiteral("production")));
    other.close();
    QTRY_COMPARE(session.state().link, InstanceLink::Lost);
    QVERIFY(session.settings().find(QStringLiteral("production"))); // what was known stays on the screen
    session.tryAgain();
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Hosting, 20'000);
    QTRY_VERIFY(session.settings().find(QStringLiteral("production")));
}

void TestInstanceSession::aBrokenHomeFailsAndIsTriedAgain()
{
    const QTemporaryDir home;
    QFile file(home.filePath(QStringLiteral("priority_config.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ broken");
    file.close();
    InstanceSession session;
    session.open(optionsFor(home.path()));
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Failed, 20'000);
    QVERIFY(session.state().trouble);
    QCOMPARE(session.state().trouble->code, RefusalCode::FileBroken);
    QTRY_VERIFY(!session.isHosting());
    QVERIFY(file.remove());
    session.tryAgain();
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Hosting, 20'000);
}

void TestInstanceSession::aMendedHomeIsStartedByItself()
{
    const QTemporaryDir home;
    QFile file(home.filePath(QStringLiteral("priority_config.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ broken");
    file.close();
    InstanceSession session;
    session.open(optionsFor(home.path()));
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Failed, 20'000);
    QTRY_VERIFY(!session.isHosting());
    QVERIFY(file.remove());
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Hosting, 20'000);
}

void TestInstanceSession::aTakenPortIsToldAndMended()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QTemporaryDir home;
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(home.path(), other.serverPort())));
    QVERIFY(!session.snapshot().serving);
    QVERIFY(session.snapshot().listenTrouble);
    QCOMPARE(session.snapshot().listenTrouble->code, RefusalCode::ListenFailed);
    Heard<Done> refused;
    session.serve(true, refused.take());
    QTRY_VERIFY(refused.result);
    QCOMPARE(refused.result->refusal().code, RefusalCode::ListenFailed);
    other.close();
    QSignalSpy chosen(&session, &InstanceSession::servingChosen);
    Heard<Done> served;
    session.serve(true, served.take());
    QTRY_VERIFY(served.result);
    QVERIFY(served.result->ok());
    QTRY_VERIFY(session.snapshot().serving);
    QCOMPARE(chosen.size(), 1);
}

void TestInstanceSession::keysAndTokenAreShownOnDemand()
{
    const QTemporaryDir home;
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(home.path())));
    session.submit(config(QStringLiteral("production")), [](const Result<Done> &) {});
    QTRY_VERIFY(session.settings().find(QStringLiteral("production")));
    const EndpointId id = session.settings().find(QStringLiteral("production"))->endpoints.front().id;
    Heard<Secret> key;
    session.revealKey(id, key.take());
    QTRY_VERIFY(key.result);
    QVERIFY((*key.result)->matches("sk-key-of-production"));
    Heard<Secret> before;
    session.revealToken(before.take());
    QTRY_VERIFY(before.result);
    Heard<Secret> renewed;
    session.renewToken(renewed.take());
    QTRY_VERIFY(renewed.result);
    QVERIFY(renewed.result->ok());
    QVERIFY(!(*renewed.result)->matches((*before.result)->reveal()));
    Heard<Secret> after;
    session.revealToken(after.take());
    QTRY_VERIFY(after.result);
    QVERIFY((*after.result)->matches((*renewed.result)->reveal()));
}

void TestInstanceSession::aChannelIsTried()
{
    const QTemporaryDir home;
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(home.path())));
    const auto draft = [](const char *program) {
        AlertChannel channel;
        channel.name = QStringLiteral("log");
        channel.kind = ChannelKind::Command;
        channel.alerts = {AlertKind::Failover};
        channel.program = QString::fromLatin1(program);
        return PutChannel{std::nullopt, channel, {}};
    };
    Heard<Done> good;
    session.testChannel(draft("/bin/true"), good.take());
    QTRY_VERIFY(good.result);
    QVERIFY(good.result->ok());
    Heard<Done> bad;
    session.testChannel(draft("/bin/false"), bad.take());
    QTRY_VERIFY(bad.result);
    QCOMPARE(bad.result->refusal().code, RefusalCode::ChannelFailed);
}

void TestInstanceSession::questionsWithoutAnInstanceAreAnswered()
{
    InstanceSession session;
    Heard<Done> released;
    session.releasePin(released.take());
    QVERIFY(!released.result); // from the event loop, not from inside
    QTRY_VERIFY(released.result);
    QCOMPARE(released.result->refusal().code, RefusalCode::NotRunning);
}

void TestInstanceSession::opensAnotherHome()
{
    const QTemporaryDir own;
    const QTemporaryDir other;
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(own.path())));
    session.submit(config(QStringLiteral("mine")), [](const Result<Done> &) {});
    QTRY_VERIFY(session.settings().find(QStringLiteral("mine")));
    QSignalSpy closed(&session, &InstanceSession::closed);
    session.close();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(openAndWait(session, optionsFor(other.path())));
    QCOMPARE(session.snapshot().home, other.path());
    QTRY_VERIFY(session.settings().configs.empty());
}

void TestInstanceSession::whatItHostedEndsAndComesAgainElsewhere()
{
    const QTemporaryDir home;
    InstanceSession session;
    QVERIFY(openAndWait(session, optionsFor(home.path())));
    ControlClient terminal(controlSocketPath(home.path()));
    std::optional<ControlReply> stopped;
    terminal.ask(AskStop{}, [&](const ControlReply &reply) { stopped = reply; });
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Lost, 20'000);
    InstanceSession other;
    QVERIFY(openAndWait(other, optionsFor(home.path())));
    QCOMPARE(other.state().link, InstanceLink::Hosting);
    QTRY_COMPARE_WITH_TIMEOUT(session.state().link, InstanceLink::Attached, 20'000);
}

void TestInstanceSession::choicesAreRememberedOfTheOwnInstanceOnly_data()
{
    QTest::addColumn<bool>("pretended");
    QTest::addColumn<bool>("attached");
    QTest::addColumn<int>("told");
    QTest::newRow("hosted here") << false << false << 1;
    QTest::newRow("a simulation") << true << false << 0;
    QTest::newRow("run by another") << false << true << 0;
}

void TestInstanceSession::choicesAreRememberedOfTheOwnInstanceOnly()
{
    QFETCH(bool, pretended);
    QFETCH(bool, attached);
    const QTemporaryDir home;
    InstanceSession other;
    if (attached)
        QVERIFY(openAndWait(other, optionsFor(home.path())));
    InstanceSession session;
    SessionOptions options = optionsFor(home.path());
    options.pretended = pretended;
    QVERIFY(openAndWait(session, options));
    QSignalSpy serving(&session, &InstanceSession::servingChosen);
    QSignalSpy address(&session, &InstanceSession::addressChosen);
    Heard<Done> off;
    session.serve(false, off.take());
    QTRY_VERIFY(off.result);
    QVERIFY(off.result->ok());
    Heard<Done> moved;
    session.listenOn(QLatin1StringView(kLoopback), 0, moved.take());
    QTRY_VERIFY(moved.result);
    QVERIFY(moved.result->ok());
    QTEST(int(serving.size()), "told");
    QTEST(int(address.size()), "told");
}

void TestInstanceSession::closingTwiceEndsOnce()
{
    const QTemporaryDir own;
    const QTemporaryDir other;
    InstanceSession session;
    session.open(optionsFor(own.path()));
    QSignalSpy closed(&session, &InstanceSession::closed);
    session.close();
    session.close();
    QVERIFY(closed.wait());
    // What the first one still had to tell does not end the next.
    QVERIFY(openAndWait(session, optionsFor(other.path())));
    QSignalSpy changed(&session, &InstanceDoor::stateChanged);
    QVERIFY(!changed.wait(300));
    QCOMPARE(session.state().link, InstanceLink::Hosting);
    QCOMPARE(closed.size(), 1);
}

void TestInstanceSession::mayBeClosedFromInsideItsNews()
{
    const QTemporaryDir home;
    InstanceSession session;
    QSignalSpy closed(&session, &InstanceSession::closed);
    connect(&session, &InstanceDoor::snapshotChanged, &session, &InstanceSession::closeNow);
    session.open(optionsFor(home.path()));
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 20'000);
    QVERIFY(!session.isHosting());
}

void TestInstanceSession::endsAHundredTimes()
{
    const QTemporaryDir home;
    for (int i = 0; i < 100; ++i) {
        InstanceSession session;
        QVERIFY2(openAndWait(session, optionsFor(home.path())), qPrintable(QString::number(i)));
        if (i % 2 == 0)
            continue; // goes without a word
        QSignalSpy closed(&session, &InstanceSession::closed);
        session.close();
        QTRY_COMPARE(closed.size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestInstanceSession)
#include "tst_instance_session.moc"
