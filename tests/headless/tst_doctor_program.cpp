// SPDX-License-Identifier: GPL-3.0-or-later
// qcc doctor and qcc support as a person runs them, beside a real instance and without one.
#include "tests/headless/program_stage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

QJsonObject objectOf(const CliRun &run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

/// "area/level", of all findings.
QStringList findingsOf(const CliRun &run)
{
    QStringList list;
    for (const QJsonValue &value : objectOf(run).value(u"findings").toArray())
        list.append(value[u"area"].toString() + u'/' + value[u"level"].toString());
    return list;
}

} // namespace

class TestDoctorProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aNewcomerIsToldWhatIsMissing();
    void aWorkingInstanceIsFoundWell();
    void aDeadProviderIsNamed();
    void theReportTellsNothingPrivate();
    void theReportReplacesNothingUnasked();

private:
    std::unique_ptr<ProgramStage> m_stage;
};

void TestDoctorProgram::init()
{
    m_stage = std::make_unique<ProgramStage>();
    m_stage->cli.setVariable(QStringLiteral("CLAUDE_CONFIG_DIR"),
                             m_stage->cli.home() + QStringLiteral("/claude"));
    m_stage->cli.setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
}

void TestDoctorProgram::aNewcomerIsToldWhatIsMissing()
{
    const CliRun run = m_stage->cli.run(words("doctor --offline"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains(u"No config is set up"), qPrintable(run.out + run.err));
    QVERIFY(run.out.contains(u"qcc add NAME"));
    QVERIFY(run.out.contains(u"No proxy runs"));
}

void TestDoctorProgram::aWorkingInstanceIsFoundWell()
{
    m_stage->add("production", "primary");
    m_stage->add("backup", "secondary");
    QVERIFY(m_stage->start());
    const CliRun run = m_stage->cli.run(words("doctor --json"));
    const QStringList findings = findingsOf(run);
    QVERIFY2(!findings.contains(u"proxy/problem") && !findings.contains(u"providers/problem"),
             qPrintable(run.out));
    QCOMPARE(findings.count(QStringLiteral("providers/good")), 2);
    QCOMPARE(findings.count(QStringLiteral("proxy/good")), 2); // it listens, and wants its token
    QVERIFY(findings.contains(u"history/good"));
    QVERIFY(!run.out.contains(QString::fromLatin1(m_stage->token())));
}

void TestDoctorProgram::aDeadProviderIsNamed()
{
    m_stage->add("production", "primary");
    m_stage->add("backup", "secondary").setFault(sim::faultOf(sim::FaultKind::Refuse));
    QVERIFY(m_stage->start());
    const CliRun run = m_stage->cli.run(words("doctor"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains(u"does not work: connection refused"), qPrintable(run.out));
}

void TestDoctorProgram::theReportTellsNothingPrivate()
{
    m_stage->add("production", "primary");
    m_stage->cli.mustAdd(QStringLiteral("gateway"), QStringLiteral("https://llm.corp.internal/anthropic"),
                         "sk-secret-of-gateway");
    QVERIFY(m_stage->start());
    Ask ask;
    QCOMPARE(m_stage->servedBy(ask), QByteArray("production"));
    const QString path = m_stage->cli.home() + QStringLiteral("/report.json");
    const CliRun run = m_stage->cli.run({QStringLiteral("support"), path});
    QCOMPARE(run.exitCode, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QByteArray report = file.readAll();
    for (const QByteArray &part : {QByteArray("sk-secret"), m_stage->token(), QByteArray("corp.internal"),
                                   m_stage->cli.home().toUtf8()})
        QVERIFY2(!report.contains(part), part.constData());
    const QJsonObject object = QJsonDocument::fromJson(report).object();
    for (const char *part : {"about", "checkup", "settings", "state", "history", "requests"})
        QVERIFY2(object.contains(QLatin1StringView(part)), part);
    QVERIFY(report.contains("production"));
    QVERIFY(report.contains("host-1.example"));
}

void TestDoctorProgram::theReportReplacesNothingUnasked()
{
    const QString path = m_stage->cli.home() + QStringLiteral("/report.json");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    QCOMPARE(m_stage->cli.run({QStringLiteral("support"), path}).exitCode, 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    QCOMPARE(m_stage->cli.run({QStringLiteral("support"), path, QStringLiteral("--force")}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestDoctorProgram)
#include "tst_doctor_program.moc"
