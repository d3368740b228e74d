// SPDX-License-Identifier: GPL-3.0-or-later
// Every change by `qcc` while the proxy runs is in force for the next request.
#include "tests/headless/program_stage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

class TestProgramChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void configsComeAndGo();
    void prioritiesChange();
    void endpointsComeAndGo();
    void keysChange();
    void endpointsMove();
    void namesChange();
    void statusCounts();
    void refusalsChangeNothing();
    void anEditByHandIsTold();

private:
    /// The exit code of `qcc LINE`.
    int qcc(const QString &line, const QByteArray &input = {});
    QString url(size_t sim) const { return m_stage->sims[sim]->url().toString(); }

    std::unique_ptr<ProgramStage> m_stage;
};

void TestProgramChanges::init()
{
    m_stage = std::make_unique<ProgramStage>();
    m_stage->add("production", "primary");
    m_stage->provider("backup");
    QVERIFY(m_stage->start());
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    // Its success made it the active config; the file tells of that a moment later.
    QVERIFY(eventually([this] {
        return m_stage->cli.settingsFiles()[QStringLiteral("priority_config.json")].contains(
            "\"current_active_config\": \"production\"");
    }));
}

int TestProgramChanges::qcc(const QString &line, const QByteArray &input)
{
    const CliRun run = m_stage->cli.run(line.split(QLatin1Char(' ')), input);
    if (run.exitCode != 0)
        qInfo("qcc %s: %s", qPrintable(line), qPrintable(run.err));
    return run.exitCode;
}

void TestProgramChanges::configsComeAndGo()
{
    QCOMPARE(qcc(QStringLiteral("remove production --yes")), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("503"));
    QCOMPARE(qcc(QStringLiteral("add backup --key-stdin --url ") + url(1), "sk-secret-of-backup"), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("backup"));
}

void TestProgramChanges::prioritiesChange()
{
    QCOMPARE(qcc(QStringLiteral("add backup --priority secondary --key-stdin --url ") + url(1),
                 "sk-secret-of-backup"),
             0);
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    QCOMPARE(qcc(QStringLiteral("priority set production fallback")), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("production")); // the order is for the next switch
    QCOMPARE(qcc(QStringLiteral("priority switch backup")), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("backup"));
    QCOMPARE(qcc(QStringLiteral("priority set backup disabled")), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
}

void TestProgramChanges::endpointsComeAndGo()
{
    QCOMPARE(qcc(QStringLiteral("endpoint add production --name second --key-stdin --url ") + url(1),
                 "sk-secret-of-backup"),
             0);
    m_stage->sims[0]->setFault(sim::FaultKind::Refuse);
    QCOMPARE(m_stage->ask().field("x-qcc-endpoint"), QByteArray("second"));
    QCOMPARE(qcc(QStringLiteral("endpoint remove production second --yes")), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("503"));
    QCOMPARE(m_stage->sims[1]->log().size(), size_t(1));
}

void TestProgramChanges::keysChange()
{
    QCOMPARE(qcc(QStringLiteral("endpoint edit production api --key-stdin"), "sk-wrong"), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("401"));
    QCOMPARE(qcc(QStringLiteral("endpoint edit production api --key-stdin"), "sk-secret-of-production"), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    QCOMPARE(qcc(QStringLiteral("endpoint edit production api --auth bearer")), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    const sim::ReceivedRequest last = m_stage->sims[0]->log().back();
    QCOMPARE(last.field("authorization"), QByteArray("Bearer sk-secret-of-production"));
    QCOMPARE(last.count("x-api-key"), 0);
}

void TestProgramChanges::endpointsMove()
{
    QCOMPARE(qcc(QStringLiteral("endpoint edit production api --key-stdin --url ") + url(1),
                 "sk-secret-of-backup"),
             0);
    QVERIFY(m_stage->ask().body.contains("backup"));
    QCOMPARE(m_stage->sims[0]->log().size(), size_t(1));
    QCOMPARE(qcc(QStringLiteral("endpoint edit production api --http 2")), 0); // the other transport
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    QCOMPARE(qcc(QStringLiteral("endpoint edit production api --header-timeout 100ms")), 0);
    m_stage->sims[1]->setFault(sim::FaultKind::Hang);
    QCOMPARE(m_stage->servedBy(), QByteArray("503"));
}

void TestProgramChanges::namesChange()
{
    QCOMPARE(qcc(QStringLiteral("edit production --rename main --description words")), 0);
    QCOMPARE(m_stage->servedBy(), QByteArray("main"));
    QCOMPARE(qcc(QStringLiteral("endpoint edit main api --name door")), 0);
    QCOMPARE(m_stage->ask().field("x-qcc-endpoint"), QByteArray("door"));
}

void TestProgramChanges::statusCounts()
{
    m_stage->sims[0]->setFault(sim::statusFault(500));
    QCOMPARE(m_stage->servedBy(), QByteArray("503"));
    const CliRun run = m_stage->cli.run(words("proxy status --json"));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject status = QJsonDocument::fromJson(run.out.toUtf8()).object();
    QCOMPARE(status.value(QLatin1String("requests_served")).toInt(), 1);
    QCOMPARE(status.value(QLatin1String("requests_failed")).toInt(), 1);
    QCOMPARE(status.value(QLatin1String("active_config")).toString(), QStringLiteral("production"));
    QVERIFY(m_stage->printed(QStringLiteral("production/api: 500 server error → answered 503")));
}

void TestProgramChanges::refusalsChangeNothing()
{
    const auto before = m_stage->cli.settingsFiles();
    const QStringList lines{
        QStringLiteral("add production --key-stdin --url ") + url(1),
        QStringLiteral("add other --key-stdin --url ftp://example"), QStringLiteral("remove nobody --yes"),
        QStringLiteral("priority set nobody primary"), QStringLiteral("priority set production primary")};
    for (const QString &line : lines)
        QCOMPARE(qcc(line, "sk-any"), 1);
    QCOMPARE(m_stage->cli.settingsFiles(), before);
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
}

void TestProgramChanges::anEditByHandIsTold()
{
    QFile file(m_stage->cli.home() + QStringLiteral("/priority_config.json"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    file.resize(good.size() / 2);
    QVERIFY(m_stage->printed(QStringLiteral("the last good settings stay in force")));
    QVERIFY(m_stage->out().contains(QStringLiteral("line ")));
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    QVERIFY(file.resize(0) && file.seek(0) && file.write(good) == good.size() && file.flush());
    QVERIFY(m_stage->printed(QStringLiteral("the settings files are good again")));
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
}

QTEST_GUILESS_MAIN(TestProgramChanges)
#include "tst_program_changes.moc"
