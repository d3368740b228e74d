// SPDX-License-Identifier: GPL-3.0-or-later
// `qcc proxy start` where it can't: one sentence, exit code 1, nothing changed.
#include "app/store/instance_lock.h"
#include "tests/headless/program_stage.h"

#include <QDir>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <unistd.h>

using namespace qcc;
using namespace qcc::test;

namespace {

const QStringList kStart = words("proxy start --listen 127.0.0.1:0");

/// One line on stderr, nothing on stdout, exit code 1.
bool isOneSentence(const CliRun &run)
{
    const bool sentence = run.err.startsWith(QStringLiteral("qcc: ")) &&
                          run.err.count(QStringLiteral("qcc: ")) == 1 &&
                          run.err.count(QLatin1Char('\n')) == 1 && run.err.endsWith(QLatin1Char('\n'));
    if (run.exitCode == 1 && run.out.isEmpty() && sentence)
        return true;
    qWarning("exit code %d\nout: %s\nerr: %s", run.exitCode, qPrintable(run.out), qPrintable(run.err));
    return false;
}

} // namespace

class TestProgramStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecondInstanceIsRefused();
    void aShortCommandIsWaitedFor();
    void aProcessThatKeepsTheHomeIsNamed();
    void aTakenPortIsRefused();
    void aFileInTheWay();
    void aHomeThatCannotBeRead();
    void aBrokenFileIsNamedWithItsPlace_data();
    void aBrokenFileIsNamedWithItsPlace();
    void wrongUsage_data();
    void wrongUsage();
};

void TestProgramStart::aSecondInstanceIsRefused()
{
    ProgramStage stage;
    stage.add("production", "primary");
    QVERIFY(stage.start());
    const CliRun second = stage.cli.run(kStart);
    QVERIFY(isOneSentence(second));
    QVERIFY2(second.err.contains(QString::number(stage.pid())), qPrintable(second.err));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QCOMPARE(stage.cli.run(words("proxy status")).exitCode, 0);
}

void TestProgramStart::aShortCommandIsWaitedFor()
{
    ProgramStage stage;
    Result<std::unique_ptr<InstanceLock>> command = InstanceLock::acquire(stage.cli.home());
    QVERIFY(command);
    QTimer end; // not beyond this test
    end.callOnTimeout(this, [&] { command.value().reset(); });
    end.start(300);
    QVERIFY2(stage.start(), qPrintable(stage.err()));
}

void TestProgramStart::aProcessThatKeepsTheHomeIsNamed()
{
    ProgramStage stage;
    const Result<std::unique_ptr<InstanceLock>> command = InstanceLock::acquire(stage.cli.home());
    QVERIFY(command);
    const CliRun refused = stage.cli.run(kStart);
    QVERIFY(isOneSentence(refused));
    QVERIFY2(refused.err.contains(QStringLiteral("(pid %1)").arg(QCoreApplication::applicationPid())),
             qPrintable(refused.err));
}

void TestProgramStart::aTakenPortIsRefused()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
    ProgramStage stage;
    const CliRun run = stage.cli.run(
        {QStringLiteral("proxy"), QStringLiteral("start"), QStringLiteral("--listen"), address});
    QVERIFY(isOneSentence(run));
    QVERIFY2(run.err.contains(address), qPrintable(run.err));
}

void TestProgramStart::aFileInTheWay()
{
    ProgramStage stage;
    const QString path = stage.cli.home() + QStringLiteral("/file");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    for (const QString &home : {path, path + QStringLiteral("/below")}) {
        stage.cli.setHome(home);
        const CliRun run = stage.cli.run(kStart);
        QVERIFY(isOneSentence(run));
        QVERIFY2(run.err.contains(path), qPrintable(run.err));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

/// One's own home is repaired to 0700; a locked directory above it is not.
void TestProgramStart::aHomeThatCannotBeRead()
{
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    ProgramStage stage;
    const QString locked = stage.cli.home() + QStringLiteral("/locked");
    QVERIFY(QDir().mkdir(locked));
    QVERIFY(QFile::setPermissions(locked, {}));
    stage.cli.setHome(locked + QStringLiteral("/home"));
    const CliRun run = stage.cli.run(kStart);
    QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(isOneSentence(run));
    QVERIFY2(run.err.contains(locked), qPrintable(run.err));
}

void TestProgramStart::aBrokenFileIsNamedWithItsPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("place");
    QTest::newRow("configs.json, a missing comma")
        << QStringLiteral("configs.json") << QByteArray("{\n  \"configs\": []\n  \"x\": 1\n}\n")
        << QStringLiteral("line 3, column 3");
    QTest::newRow("configs.json, a wrong type")
        << QStringLiteral("configs.json") << QByteArray("{\n  \"configs\": 7\n}\n")
        << QStringLiteral("line 2, column 14");
    QTest::newRow("priority_config.json, a wrong type")
        << QStringLiteral("priority_config.json")
        << QByteArray("{\"policy\": {\n \"check_interval\": \"x\"}}") << QStringLiteral("line 2, column 20");
}

void TestProgramStart::aBrokenFileIsNamedWithItsPlace()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, place);
    ProgramStage stage;
    stage.add("production", "primary");
    QFile opened(stage.cli.home() + QLatin1Char('/') + file);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    opened.write(content);
    opened.close();
    const auto before = stage.cli.settingsFiles();
    const CliRun run = stage.cli.run(kStart);
    QVERIFY(isOneSentence(run));
    QVERIFY2(run.err.contains(file), qPrintable(run.err));
    QVERIFY2(run.err.contains(place), qPrintable(run.err));
    QCOMPARE(stage.cli.settingsFiles(), before);
}

void TestProgramStart::wrongUsage_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"127.0.0.1", "example.com:80", "127.0.0.1:70000", ":", ""})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestProgramStart::wrongUsage()
{
    QFETCH(QString, address);
    ProgramStage stage;
    const CliRun run = stage.cli.run(
        {QStringLiteral("proxy"), QStringLiteral("start"), QStringLiteral("--listen"), address});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestProgramStart)
#include "tst_program_start.moc"
