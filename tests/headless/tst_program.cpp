// SPDX-License-Identifier: GPL-3.0-or-later
// `qcc proxy start` from its first line to its end.
#include "tests/headless/program_stage.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

sim::SimOptions slowly(int events, std::chrono::milliseconds interval)
{
    sim::SimOptions options;
    options.events = events;
    options.interval = interval;
    return options;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhereItListensFirst();
    void warnsWhenOthersCanReachIt();
    void endsWhenAsked_data();
    void endsWhenAsked();
    void lettingStreamsEnd_data();
    void lettingStreamsEnd();
    void endsAtOnceWhenAskedTwice();
    void startsAgainAfterBeingKilled();
    void keepsItsFilesPrivate();
    void printsNoSecret();
    void livesWithoutAReaderOfItsOutput();
    void livesWithAReaderThatStalls();
    void livesWithClosedStreams();
};

void TestProgram::saysWhereItListensFirst()
{
    ProgramStage stage;
    QVERIFY(stage.start());
    QCOMPARE(stage.lines().first(),
             QStringLiteral("proxy listening on http://127.0.0.1:%1").arg(stage.port()));
    QVERIFY(stage.printed(QStringLiteral("keys are kept in %1/secrets.json\n").arg(stage.cli.home())));
    QVERIFY(stage.printed(QStringLiteral("qcc add")));
    QCOMPARE(stage.servedBy(), QByteArray("503"));
    QCOMPARE(stage.stop(SIGTERM), 0);
    QCOMPARE(stage.err(), QString());
}

void TestProgram::warnsWhenOthersCanReachIt()
{
    for (const char *host : {"127.0.0.1", "0.0.0.0"}) {
        ProgramStage stage;
        QVERIFY(
            stage.start({QStringLiteral("--listen"), QStringLiteral("%1:0").arg(QLatin1StringView(host))}));
        QVERIFY(stage.printed(QStringLiteral("qcc proxy stop"))); // the last line of the start
        QCOMPARE(stage.out().contains(QStringLiteral("reachable from other machines")),
                 QByteArray(host) == "0.0.0.0");
    }
}

void TestProgram::endsWhenAsked_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"SIGINT", "SIGTERM", "qcc proxy stop"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestProgram::endsWhenAsked()
{
    QFETCH(QString, how);
    ProgramStage stage;
    stage.add("production", "primary");
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    if (how == u"qcc proxy stop") {
        const CliRun stopped = stage.cli.run(words("proxy stop"));
        QCOMPARE(stopped.exitCode, 0);
        QVERIFY(stopped.out.contains(QString::number(stage.pid())));
        QCOMPARE(stage.waitForEnd(), 0);
    } else {
        QCOMPARE(stage.stop(how == u"SIGINT" ? SIGINT : SIGTERM), 0);
    }
    QVERIFY(stage.out().contains(QStringLiteral("stopped")));
    QVERIFY(!RawClient(stage.port()).isConnected());
    QCOMPARE(stage.cli.run(words("proxy status")).exitCode, 3);
    QVERIFY(stage.start()); // and may be started again
}

void TestProgram::lettingStreamsEnd_data()
{
    endsWhenAsked_data();
}

void TestProgram::lettingStreamsEnd()
{
    QFETCH(QString, how);
    ProgramStage stage;
    stage.add("production", "primary", slowly(60, 20ms));
    QVERIFY(stage.start());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    if (how == u"qcc proxy stop")
        QCOMPARE(stage.cli.run(words("proxy stop")).exitCode, 0);
    else
        QCOMPARE(stage.stop(how == u"SIGINT" ? SIGINT : SIGTERM), 0);
    QCOMPARE(test::servedBy(client.next()), QByteArray("production"));
    QCOMPARE(stage.waitForEnd(), 0);
    QVERIFY2(stage.out().contains(QStringLiteral("1 running request")), qPrintable(stage.out()));
}

void TestProgram::endsAtOnceWhenAskedTwice()
{
    ProgramStage stage;
    stage.add("production", "primary").setFault(sim::faultAfter(sim::FaultKind::Stalled, 2));
    QVERIFY(stage.start());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    ::kill(static_cast<pid_t>(stage.pid()), SIGINT);
    QVERIFY(stage.printed(QStringLiteral("1 running request")));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(stage.stop(SIGINT), 0);
    QVERIFY(std::chrono::milliseconds(clock.elapsed()) < 25s); // the grace time is 30 s
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.peek().whole);
}

void TestProgram::startsAgainAfterBeingKilled()
{
    ProgramStage stage;
    stage.add("production", "primary");
    QVERIFY(stage.start());
    const QByteArray token = stage.token();
    QCOMPARE(stage.stop(SIGKILL), -1);
    QVERIFY(QDir(stage.cli.home())
                .entryList(QDir::System)
                .contains(QStringLiteral("control.sock"))); // left behind
    QCOMPARE(stage.cli.run(words("proxy status")).exitCode, 3);
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QCOMPARE(stage.token(), token);
}

void TestProgram::keepsItsFilesPrivate()
{
    ProgramStage stage;
    stage.add("production", "primary");
    QFile::setPermissions(stage.cli.home(), QFile::Permissions::fromInt(0x7755)); // too open: repaired
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    const auto ownerExe = owner | QFile::ExeOwner | QFile::ExeUser;
    QCOMPARE(QFile::permissions(stage.cli.home()), ownerExe);
    const QFileInfoList files = QDir(stage.cli.home()).entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(files.size() >= 3);
    for (const QFileInfo &file : files)
        QVERIFY2(file.permissions() == owner, qPrintable(file.fileName()));
    for (const QFileInfo &other : QDir(stage.cli.home()).entryInfoList(QDir::System | QDir::NoDotAndDotDot))
        QVERIFY2(!(other.permissions() &
                   (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                 qPrintable(other.fileName()));
}

/// Every kind of line it prints, and the state of things besides; no key and no token among it.
void TestProgram::printsNoSecret()
{
    ProgramStage stage;
    stage.add("production", "primary");
    stage.add("backup", "secondary");
    QVERIFY(stage.start());
    for (const int status : {401, 500, 529}) {
        stage.sims[0]->setFault(sim::statusFault(status));
        stage.ask({.session = stage.token()});
    }
    sim::Fault echo = sim::statusFault(500);
    echo.body = "{\"error\":{\"type\":\"sk-secret-of-production\",\"message\":\"sk-secret-of-backup\"}}";
    stage.sims[0]->setFault(echo);
    stage.sims[1]->setFault(echo);
    const RawAnswer failed = stage.ask({.session = {}, .model = "other"});
    QVERIFY(failed.status >= 500);
    stage.sims[1]->setFault(sim::faultAfter(sim::FaultKind::ResetInStream, 2));
    stage.ask();
    QVERIFY(stage.printed(QStringLiteral("broken off")));
    stage.cli.run(words("proxy status"));
    stage.cli.run(words("list"));
    stage.cli.run(words("show production"));
    QCOMPARE(stage.stop(SIGTERM), 0);
    const QByteArray all = (stage.out() + stage.err()).toUtf8() + failed.body;
    for (const QByteArray &secret : {QByteArray("sk-secret"), stage.token()})
        QVERIFY2(!all.contains(secret), all.constData());
    QVERIFY(!stage.cli.everythingPrinted().contains(QStringLiteral("sk-secret")));
}

void TestProgram::livesWithoutAReaderOfItsOutput()
{
    ProgramStage stage;
    stage.add("production", "primary").setFault(sim::statusFault(500));
    stage.add("backup", "secondary");
    QVERIFY(stage.startByShell(QStringLiteral("QCC | head -n 1")));
    QVERIFY(stage.printed(QStringLiteral("proxy listening")));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(stage.servedBy({.session = {}, .model = QByteArray::number(i)}),
                 QByteArray("backup")); // each has something to print
    stage.sims[1]->setFault(sim::statusFault(500));
    QCOMPARE(stage.servedBy(), QByteArray("503"));
    stage.sims[1]->setFault(sim::FaultKind::None);
    QCOMPARE(stage.cli.run(words("proxy stop")).exitCode, 0);
    QCOMPARE(stage.waitForEnd(), 0);
}

/// Its lines are for people; when these don't read on, the proxy must neither wait for them nor become
/// unstoppable.
void TestProgram::livesWithAReaderThatStalls()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    constexpr int kPages = 4;
    QVERIFY(::fcntl(ends[1], F_SETPIPE_SZ, kPages * 4096) > 0);
    ProgramStage stage;
    stage.add("production", "primary").setFault(sim::statusFault(500));
    stage.process.setChildProcessModifier([&ends] { ::dup2(ends[1], STDOUT_FILENO); });
    QVERIFY(stage.startByShell(QStringLiteral("exec QCC")));
    ::close(ends[1]);
    for (int i = 0; i < 300; ++i) // each a line of about 80 bytes
        QCOMPARE(stage.servedBy(), QByteArray("503"));
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    const auto readAll = [&ends] {
        QByteArray read(kPages * 4096, '\0');
        read.truncate(std::max<ssize_t>(0, ::read(ends[0], read.data(), static_cast<size_t>(read.size()))));
        return read;
    };
    const QByteArray first = readAll();
    QVERIFY(first.startsWith("proxy listening"));
    QVERIFY(first.size() > 4096);
    QCOMPARE(stage.servedBy(), QByteArray("503"));
    QVERIFY(eventually([&] { return readAll().contains("left out"); }));
    for (int i = 0; i < 300; ++i)
        QCOMPARE(stage.servedBy(), QByteArray("503"));
    QCOMPARE(stage.stop(SIGTERM), 0);
    ::close(ends[0]);
}

/// A descriptor 1 that is free would go to the next socket or file, and lines for people into it.
void TestProgram::livesWithClosedStreams()
{
    ProgramStage stage;
    stage.add("production", "primary").setFault(sim::statusFault(500));
    stage.add("backup", "secondary");
    QVERIFY(stage.startByShell(QStringLiteral("exec QCC <&- >&- 2>&-")));
    for (const int descriptor : {0, 1, 2}) {
        const QFileInfo link(QStringLiteral("/proc/%1/fd/%2").arg(stage.pid()).arg(descriptor));
        QCOMPARE(link.symLinkTarget(), QStringLiteral("/dev/null"));
    }
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(!contentOf(stage.cli.home() + QStringLiteral("/configs.json")).contains("listening"));
    QCOMPARE(stage.cli.run(words("proxy stop")).exitCode, 0);
    QCOMPARE(stage.waitForEnd(), 0);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
