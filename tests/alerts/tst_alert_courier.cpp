// SPDX-License-Identifier: GPL-3.0-or-later
// The courier on a thread of its own, as an instance has it, with real services on loopback.
#include "app/alerts/alert_courier.h"
#include "tests/alerts/alert_bench.h"
#include "tests/alerts/service_recorder.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace qcc;
using namespace qcc::test;

namespace {

/// Quick, so that a test need not wait.
AlertOptions quick()
{
    AlertOptions options;
    options.pace.settle = milliseconds{20};
    options.pace.calm = milliseconds{60};
    options.pace.firstPause = milliseconds{30};
    options.snapshotPace = milliseconds{10};
    return options;
}

Alert alertOf(AlertKind kind, const QString &subject = {})
{
    Alert alert;
    alert.kind = kind;
    alert.subject = subject;
    alert.to = QStringLiteral("backup");
    alert.since = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    return alert;
}

SharedChannels inForce(std::vector<BenchChannel> channels)
{
    auto made = std::make_shared<ChannelsInForce>();
    for (size_t i = 0; i < channels.size(); ++i) {
        channels[i].channel.id = QStringLiteral("0000000%1").arg(i);
        made->channels.push_back(channels[i].channel);
        made->secrets[channels[i].channel.id] = std::move(channels[i].secrets);
    }
    return made;
}

SharedChannels oneHook(const QByteArray &url)
{
    std::vector<BenchChannel> channels;
    channels.emplace_back(ChannelKind::Webhook).with(ChannelSecret::Url, url);
    return inForce(std::move(channels));
}

/// A courier and its thread.
class Host : public QObject
{
    Q_OBJECT
public:
    explicit Host(const AlertOptions &options = quick()) : m_courier(new AlertCourier(options))
    {
        m_courier->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_courier, &QObject::deleteLater);
        connect(this, &Host::adopt, m_courier, &AlertCourier::adopt);
        connect(this, &Host::announced, m_courier, &AlertCourier::announced);
        connect(this, &Host::raised, m_courier, &AlertCourier::raised);
        connect(this, &Host::cleared, m_courier, &AlertCourier::cleared);
        connect(this, &Host::test, m_courier, &AlertCourier::test);
        connect(m_courier, &AlertCourier::tested, this, &Host::tested);
        connect(m_courier, &AlertCourier::snapshotsChanged, this, [this](const auto &snapshots) {
            snapshot = snapshots.empty() ? ChannelSnapshot{} : snapshots.front();
            ++toldSnapshots;
        });
        m_thread.start();
    }
    ~Host() override { stop(); }
    void stop()
    {
        m_thread.quit();
        m_thread.wait();
    }

    ChannelSnapshot snapshot; ///< of the first channel
    int toldSnapshots = 0;

Q_SIGNALS:
    void adopt(const qcc::SharedChannels &channels);
    void announced(const qcc::Alert &alert);
    void raised(const qcc::Alert &alert);
    void cleared(const qcc::Alert &alert);
    void test(quint64 ticket, const qcc::SharedChannels &one);
    void tested(quint64 ticket, const std::optional<qcc::Refusal> &failure);

private:
    QThread m_thread;
    AlertCourier *m_courier;
};

QString eventOf(const RecordedAsk &ask)
{
    return ask.json()[QLatin1String("event")].toString();
}

} // namespace

class AlertCourierTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOfACauseAndItsEnd();
    void triesAgainUntilItArrives();
    void troubleIsShownWithoutSecrets();
    void givenUpMessagesAreCounted();
    void aFailingChannelDisturbsNoOther();
    void aTestIsAnswered();
    void aTestThatFailsSaysWhy();
    void aTestThatArrivesFreesWhatWaits();
    void snapshotsAreNotTooMany();
    void aChannelThatIsGoneIsBrokenOff();
    void aDigestComesWhenItsTimeHasCome();
    void endsAtOnceWithMessagesUnderWay();
};

void AlertCourierTest::tellsOfACauseAndItsEnd()
{
    ServiceRecorder service;
    Host host;
    Q_EMIT host.adopt(oneHook(service.url("/hook")));
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    QTRY_COMPARE(service.asks().size(), size_t{1});
    QCOMPARE(eventOf(service.asks()[0]), QStringLiteral("announced"));
    Q_EMIT host.raised(alertOf(AlertKind::AllDown));
    QTRY_COMPARE(service.asks().size(), size_t{2});
    QCOMPARE(eventOf(service.asks()[1]), QStringLiteral("raised"));
    QTRY_COMPARE(host.snapshot.waiting, 0);
    Q_EMIT host.cleared(alertOf(AlertKind::AllDown));
    QTRY_COMPARE(service.asks().size(), size_t{3});
    QCOMPARE(eventOf(service.asks()[2]), QStringLiteral("cleared"));
    QTRY_VERIFY(host.snapshot.lastSent.has_value());
}

void AlertCourierTest::triesAgainUntilItArrives()
{
    ServiceRecorder service;
    service.status = "503 Later";
    Host host;
    Q_EMIT host.adopt(oneHook(service.url("/hook")));
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    QTRY_VERIFY(service.asks().size() >= 3);
    QTRY_VERIFY(host.snapshot.failingSince.has_value());
    QCOMPARE(host.snapshot.waiting, 1);
    service.status = "200 OK";
    QTRY_COMPARE(host.snapshot.waiting, 0);
    QCOMPARE(host.snapshot.failingSince, std::nullopt);
    QVERIFY(host.snapshot.trouble.isEmpty());
}

void AlertCourierTest::troubleIsShownWithoutSecrets()
{
    ServiceRecorder service;
    service.status = "503 Later";
    service.body = "no hook /services/T0AAAAAA/B0BBBBBB here";
    Host host;
    Q_EMIT host.adopt(oneHook(service.url("/services/T0AAAAAA/B0BBBBBB")));
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    QTRY_VERIFY(!host.snapshot.trouble.isEmpty());
    QCOMPARE(host.snapshot.trouble,
             QStringLiteral("The service answered with HTTP status 503: no hook ••• here"));
}

void AlertCourierTest::givenUpMessagesAreCounted()
{
    ServiceRecorder service;
    service.status = "404 Gone";
    Host host;
    Q_EMIT host.adopt(oneHook(service.url("/hook")));
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    QTRY_VERIFY(host.snapshot.trouble.endsWith(QLatin1String("given up.")));
    QCOMPARE(service.asks().size(), size_t{1});
    QCOMPARE(host.snapshot.waiting, 0);
}

void AlertCourierTest::aFailingChannelDisturbsNoOther()
{
    ServiceRecorder silent;
    silent.silent = true;
    ServiceRecorder service;
    Host host;
    std::vector<BenchChannel> channels;
    channels.emplace_back(ChannelKind::Webhook).with(ChannelSecret::Url, silent.url("/a"));
    channels.emplace_back(ChannelKind::Webhook).with(ChannelSecret::Url, service.url("/b"));
    Q_EMIT host.adopt(inForce(std::move(channels)));
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    Q_EMIT host.announced(alertOf(AlertKind::Recovery));
    QTRY_COMPARE(service.asks().size(), size_t{2});
    QCOMPARE(silent.asks().size(), size_t{1});
}

void AlertCourierTest::aTestIsAnswered()
{
    ServiceRecorder service;
    Host host;
    QSignalSpy tested(&host, &Host::tested);
    Q_EMIT host.test(7, oneHook(service.url("/hook")));
    QVERIFY(tested.wait());
    QCOMPARE(tested[0][0].toULongLong(), 7);
    QCOMPARE(tested[0][1].value<std::optional<Refusal>>(), std::nullopt);
    QCOMPARE(eventOf(service.asks().at(0)), QStringLiteral("test"));
}

void AlertCourierTest::aTestThatFailsSaysWhy()
{
    ServiceRecorder service;
    service.status = "403 No";
    service.body = "invalid token very-secret-part";
    Host host;
    QSignalSpy tested(&host, &Host::tested);
    Q_EMIT host.test(8, oneHook(service.url("/very-secret-part")));
    QVERIFY(tested.wait());
    const auto failure = tested[0][1].value<std::optional<Refusal>>();
    QVERIFY(failure);
    QCOMPARE(failure->code, RefusalCode::ChannelFailed);
    QCOMPARE(failure->subject, QStringLiteral("bench"));
    QCOMPARE(failure->detail, QStringLiteral("The service answered with HTTP status 403: invalid token •••"));
}

void AlertCourierTest::aTestThatArrivesFreesWhatWaits()
{
    ServiceRecorder service;
    service.status = "503 Later";
    AlertOptions options = quick();
    options.pace.firstPause = minutes{10};
    Host host(options);
    const SharedChannels channels = oneHook(service.url("/hook"));
    Q_EMIT host.adopt(channels);
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    QTRY_COMPARE(host.snapshot.waiting, 1);
    QTRY_VERIFY(host.snapshot.failingSince.has_value());
    service.status = "200 OK";
    Q_EMIT host.test(9, channels);
    QTRY_COMPARE(host.snapshot.waiting, 0);
    QTRY_COMPARE(service.asks().size(), size_t{3});
}

void AlertCourierTest::snapshotsAreNotTooMany()
{
    ServiceRecorder service;
    AlertOptions options = quick();
    options.snapshotPace = milliseconds{300};
    Host host(options);
    Q_EMIT host.adopt(oneHook(service.url("/hook")));
    for (int i = 0; i < 10; ++i)
        Q_EMIT host.announced(alertOf(AlertKind::Failover));
    QElapsedTimer took;
    took.start();
    QTRY_VERIFY(!service.asks().empty() && host.toldSnapshots > 1 && host.snapshot.waiting == 0);
    QVERIFY2(host.toldSnapshots <= 3 + took.elapsed() / 300, qPrintable(QString::number(host.toldSnapshots)));
}

void AlertCourierTest::aChannelThatIsGoneIsBrokenOff()
{
    ServiceRecorder service;
    service.silent = true;
    Host host;
    Q_EMIT host.adopt(oneHook(service.url("/hook")));
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    QTRY_COMPARE(service.asks().size(), size_t{1});
    Q_EMIT host.adopt(nullptr);
    QTRY_COMPARE(service.hungUp(), 1);
}

void AlertCourierTest::aDigestComesWhenItsTimeHasCome()
{
    ServiceRecorder service;
    auto clock = std::make_shared<std::atomic<qint64>>(
        QDateTime(QDate(2026, 11, 23), QTime(8, 59, 59, 900)).toMSecsSinceEpoch());
    AlertOptions options = quick();
    options.clock = [clock] { return TimePoint{milliseconds{clock->load()}}; };
    Host host(options);
    std::vector<BenchChannel> channels;
    channels.emplace_back(ChannelKind::Webhook).with(ChannelSecret::Url, service.url("/hook"));
    channels.front().channel.digest = DigestPace::Daily;
    Q_EMIT host.adopt(inForce(std::move(channels)));
    QTRY_VERIFY(host.toldSnapshots > 0);
    clock->fetch_add(1'000);
    QTRY_COMPARE(service.asks().size(), size_t{1});
    QCOMPARE(eventOf(service.asks()[0]), QStringLiteral("digest"));
}

void AlertCourierTest::endsAtOnceWithMessagesUnderWay()
{
    ServiceRecorder service;
    service.silent = true;
    QTcpServer mailServer; // takes connections and never says a word
    QVERIFY(mailServer.listen(QHostAddress::LocalHost));
    QTemporaryDir dir;
    QFile program(dir.filePath(QStringLiteral("program")));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\ntouch \"$1\"\nsleep 100\n");
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.close();

    std::vector<BenchChannel> channels;
    channels.emplace_back(ChannelKind::Webhook).with(ChannelSecret::Url, service.url("/hook"));
    AlertChannel &mail = channels.emplace_back(ChannelKind::Mail).channel;
    mail.server = QStringLiteral("127.0.0.1");
    mail.port = mailServer.serverPort();
    mail.security = MailSecurity::None;
    mail.sender = QStringLiteral("a@b.c");
    mail.recipients = QStringList{QStringLiteral("a@b.c")};
    AlertChannel &command = channels.emplace_back(ChannelKind::Command).channel;
    command.program = program.fileName();
    command.arguments = QStringList{dir.filePath(QStringLiteral("started"))};

    Host host;
    QSignalSpy tested(&host, &Host::tested);
    Q_EMIT host.adopt(inForce(std::move(channels)));
    Q_EMIT host.announced(alertOf(AlertKind::Failover));
    Q_EMIT host.test(1, oneHook(service.url("/hook")));
    QTRY_COMPARE(service.asks().size(), size_t{2});
    QTRY_VERIFY(QFile::exists(dir.filePath(QStringLiteral("started"))));
    QTRY_VERIFY(mailServer.hasPendingConnections());
    QElapsedTimer took;
    took.start();
    host.stop();
    QVERIFY2(took.elapsed() < 1'500, qPrintable(QString::number(took.elapsed())));
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY(tested[0][1].value<std::optional<Refusal>>().has_value());
}

QTEST_GUILESS_MAIN(AlertCourierTest)
#include "tst_alert_courier.moc"
