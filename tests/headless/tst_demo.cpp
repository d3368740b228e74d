// SPDX-License-Identifier: GPL-3.0-or-later
// The demo keeps its word: the lines it prints work when they are pasted into a shell.
#include "tests/headless/program_stage.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;

class TestDemo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theCurlLineStreams();
    void breakingProductionLeadsToBackup();
    void breakingAllNamesTheThree();
    void mendingWorks();
    void theStatusLineWorks();
    void leavesOtherHomesAlone();

private:
    /// What the shell prints for a line; -i puts heads before bodies.
    QString shell(const QString &line, const QString &path = {});
    /// The indented line of the instructions that contains all of @p parts.
    QString instruction(const QString &part);
    QString stream() { return shell(instruction(QStringLiteral("/v1/messages"))); }
    void breakAndMend(const QString &config, const QString &fault);

    ProgramStage m_stage;
    QString m_home;
};

void TestDemo::initTestCase()
{
    QVERIFY2(m_stage.start(words("--demo --listen 127.0.0.1:0")), qPrintable(m_stage.err()));
    QVERIFY(m_stage.printed(QStringLiteral("qcc status")));
    m_home = QRegularExpression(QStringLiteral("QCC_HOME=(\\S+)")).match(m_stage.out()).captured(1);
    QVERIFY(QDir(m_home).exists());
}

void TestDemo::cleanupTestCase()
{
    QCOMPARE(m_stage.stop(SIGINT), 0);
    QVERIFY(!m_home.isEmpty() && !QDir(m_home).exists());
}

QString TestDemo::shell(const QString &line, const QString &path)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        environment.remove(QString::fromLatin1(name));
    if (!path.isEmpty())
        environment.insert(QStringLiteral("PATH"),
                           path + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
    if (!eventually([&] { return process.state() == QProcess::NotRunning; }, kProgramPatience))
        process.kill();
    if (process.exitCode() != 0)
        qWarning("exit code %d of: %s", process.exitCode(), qPrintable(line));
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString TestDemo::instruction(const QString &part)
{
    for (const QString &line : m_stage.lines()) {
        if (line.startsWith(QStringLiteral("  ")) && line.contains(part))
            return line;
    }
    return {};
}

void TestDemo::breakAndMend(const QString &config, const QString &fault)
{
    QString line = instruction(QStringLiteral("# ") + config);
    QVERIFY(line.contains(QStringLiteral("/refuse")));
    const QString answer = shell(line.replace(QStringLiteral("/refuse"), QLatin1Char('/') + fault));
    QVERIFY2(answer.contains(fault), qPrintable(answer));
}

void TestDemo::theCurlLineStreams()
{
    const QString answer = stream();
    QVERIFY2(answer.startsWith(QStringLiteral("HTTP/1.1 200")), qPrintable(answer));
    QVERIFY(answer.contains(QStringLiteral("x-qcc-config: production\r\n")));
    QVERIFY(answer.contains(QStringLiteral("x-qcc-attempts: 1\r\n")));
    QVERIFY(answer.contains(QStringLiteral("event: message_stop")));
}

void TestDemo::breakingProductionLeadsToBackup()
{
    breakAndMend(QStringLiteral("production"), QStringLiteral("refuse"));
    const QString answer = stream();
    QVERIFY2(answer.startsWith(QStringLiteral("HTTP/1.1 200")), qPrintable(answer));
    QVERIFY(answer.contains(QStringLiteral("x-qcc-config: backup\r\n")));
    QVERIFY(answer.contains(QStringLiteral("x-qcc-attempts: 2\r\n")));
    QVERIFY(answer.contains(QStringLiteral("event: message_stop")));
    QVERIFY(m_stage.printed(QStringLiteral("production/sim-1: connection refused → served by backup/sim-2")));
}

void TestDemo::breakingAllNamesTheThree()
{
    breakAndMend(QStringLiteral("backup"), QStringLiteral("refuse"));
    breakAndMend(QStringLiteral("emergency"), QStringLiteral("refuse"));
    const QString answer = stream();
    QVERIFY2(answer.startsWith(QStringLiteral("HTTP/1.1 503")), qPrintable(answer));
    QVERIFY(answer.contains(QStringLiteral("\"type\":\"overloaded_error\"")));
    for (const char *reason : {"production/sim-1: connection refused", "backup/sim-2: connection refused",
                               "emergency/sim-3: connection refused"})
        QVERIFY2(answer.contains(QString::fromLatin1(reason)), qPrintable(answer));
}

void TestDemo::mendingWorks()
{
    for (const char *config : {"production", "backup", "emergency"})
        breakAndMend(QString::fromLatin1(config), QStringLiteral("none"));
    const QString answer = stream();
    QVERIFY2(answer.startsWith(QStringLiteral("HTTP/1.1 200")), qPrintable(answer));
    QVERIFY(answer.contains(QStringLiteral("event: message_stop")));
}

void TestDemo::theStatusLineWorks()
{
    const QString line = instruction(QStringLiteral("qcc status"));
    const QString status = shell(line, QFileInfo(QStringLiteral(QCC_PROGRAM)).path());
    QVERIFY2(status.contains(QStringLiteral("production")), qPrintable(status));
    QVERIFY(status.contains(QStringLiteral("emergency")));
}

void TestDemo::leavesOtherHomesAlone()
{
    QVERIFY(m_stage.cli.files().isEmpty()); // the QCC_HOME it was started with
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
