// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/alerts/alert_bench.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace qcc;
using namespace qcc::test;

class CommandSendingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAlertIsInEnvironmentAndInput();
    void argumentsAreNotForAShell();
    void howItEnds_data();
    void howItEnds();
    void whatTakesTooLongIsKilledWithItsChildren();
    void aDestroyedOneIsKilledAtOnce();
    void whatPrintsWithoutEndFillsNothing();

private:
    /// A program with @p body as its shell script.
    BenchChannel program(const QByteArray &body, const QStringList &arguments = {});
    QByteArray written(const char *name) const;
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    bool isGone(const char *pidFile) const;

    QTemporaryDir m_dir;
    AlertOptions m_options;
};

BenchChannel CommandSendingTest::program(const QByteArray &body, const QStringList &arguments)
{
    const QString name = path("program");
    QFile::remove(name);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write("#!/bin/sh\ncd " + m_dir.path().toUtf8() + "\n" + body + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    BenchChannel made(ChannelKind::Command);
    made.channel.program = name;
    made.channel.arguments = arguments;
    return made;
}

QByteArray CommandSendingTest::written(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Also as a zombie, which whoever inherits it may leave for long.
bool CommandSendingTest::isGone(const char *pidFile) const
{
    const pid_t pid = written(pidFile).trimmed().toInt();
    if (pid <= 0)
        return false;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    const bool isZombie = stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") Z ");
    return isZombie || ::kill(pid, 0) != 0;
}

void CommandSendingTest::theAlertIsInEnvironmentAndInput()
{
    SenderDesk desk(m_options);
    QCOMPARE(send(desk, program("cat > input; env | grep ^QCC_ALERT_ | sort > environment"), badNews()),
             SendOutcome{});
    const QJsonObject input = QJsonDocument::fromJson(written("input")).object();
    QCOMPARE(input[QLatin1String("event")].toString(), QStringLiteral("raised"));
    QCOMPARE(input[QLatin1String("alerts")].toArray().size(), 1);
    const QByteArray environment = written("environment");
    for (const char *line :
         {"QCC_ALERT_EVENT=raised\n", "QCC_ALERT_CRITICAL=1\n", "QCC_ALERT_COMPUTER=desk-7\n",
          "QCC_ALERT_SUBJECT=my_*config* <@all> & [x](http://evil) `\xe4\xb8\xbb`\n",
          "QCC_ALERT_TITLE=Nothing to fail over to\n"})
        QVERIFY2(environment.contains(line), environment.constData());
}

void CommandSendingTest::argumentsAreNotForAShell()
{
    SenderDesk desk(m_options);
    const BenchChannel to = program("printf '%s|' \"$@\" > arguments",
                                    {QStringLiteral("a b"), QStringLiteral("$(touch evil); `x` *")});
    QCOMPARE(send(desk, to, trial()), SendOutcome{});
    QCOMPARE(written("arguments"), QByteArray("a b|$(touch evil); `x` *|"));
    QVERIFY(!QFile::exists(path("evil")));
}

void CommandSendingTest::howItEnds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SendEnd>("end");
    QTest::addColumn<QString>("words");
    QTest::newRow("well") << QByteArray("exit 0") << SendEnd::Arrived << QString();
    QTest::newRow("well, and reads nothing")
        << QByteArray("exec <&-; exit 0") << SendEnd::Arrived << QString();
    QTest::newRow("badly") << QByteArray("echo first; echo 'no modem' >&2; exit 3") << SendEnd::Failed
                           << QStringLiteral("ended with status 3: no modem");
    QTest::newRow("by a signal") << QByteArray("kill -9 $$") << SendEnd::Failed << QStringLiteral("signal");
}

void CommandSendingTest::howItEnds()
{
    QFETCH(QByteArray, body);
    QFETCH(SendEnd, end);
    QFETCH(QString, words);
    SenderDesk desk(m_options);
    const SendOutcome outcome = send(desk, program(body), badNews());
    QCOMPARE(outcome.end, end);
    QVERIFY2(outcome.trouble.contains(words), qPrintable(outcome.trouble));

    BenchChannel none = program(body);
    for (const char *name : {"nothing-here", "."}) {
        none.channel.program = path(name);
        QCOMPARE(send(desk, none, trial()).end, SendEnd::Refused);
    }
    none.channel.program = QStringLiteral("sh");
    QCOMPARE(send(desk, none, trial()).end, SendEnd::Refused);
}

void CommandSendingTest::whatTakesTooLongIsKilledWithItsChildren()
{
    m_options.commandLimit = milliseconds{300};
    SenderDesk desk(m_options);
    const SendOutcome outcome = send(desk, program("sleep 100 & echo $! > child\nwait"), trial());
    QCOMPARE(outcome.end, SendEnd::Failed);
    QVERIFY2(outcome.trouble.contains(QLatin1String("was stopped")), qPrintable(outcome.trouble));
    QTRY_VERIFY(isGone("child"));
    m_options.commandLimit = AlertOptions{}.commandLimit;
}

void CommandSendingTest::aDestroyedOneIsKilledAtOnce()
{
    SenderDesk desk(m_options);
    QFile::remove(path("child"));
    const BenchChannel to = program("sleep 100 & echo $! > child\nwait");
    std::unique_ptr<Sending> sending = desk.send(to.channel, to.secrets, trial(), benchTime());
    QTRY_VERIFY(written("child").endsWith('\n'));
    QElapsedTimer took;
    took.start();
    sending.reset();
    QVERIFY(took.elapsed() < 1'000);
    QTRY_VERIFY(isGone("child"));
}

void CommandSendingTest::whatPrintsWithoutEndFillsNothing()
{
    SenderDesk desk(m_options);
    const SendOutcome outcome = send(
        desk, program("dd if=/dev/zero bs=65536 count=20 2>/dev/null | tr '\\0' x; echo; echo end; exit 1"),
        trial());
    QCOMPARE(outcome.end, SendEnd::Failed);
    QVERIFY2(outcome.trouble.endsWith(QLatin1String("end")), qPrintable(outcome.trouble.right(200)));
}

QTEST_GUILESS_MAIN(CommandSendingTest)
#include "tst_command_sending.moc"
