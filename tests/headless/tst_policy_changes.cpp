// SPDX-License-Identifier: GPL-3.0-or-later
// Every field of the policy by `qcc` while the proxy runs: in force at once, there after a restart, and
// refused with the permitted range where it is out of it.
#include "tests/headless/failover_stage.h"

#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

QJsonObject policyOf(FailoverStage &stage)
{
    return QJsonDocument::fromJson(stage.cli.run(words("priority policy --json")).out.toUtf8()).object();
}

/// Why nothing is switched now.
QString standing(FailoverStage &stage)
{
    return stage.status()[QLatin1String("failover")][QLatin1String("standing")][QLatin1String("rule")]
        .toString();
}

bool standsFor(FailoverStage &stage, const char *rule)
{
    return eventually([&] { return standing(stage) == QLatin1String(rule); }, kProgramPatience);
}

int failuresOf(FailoverStage &stage, const char *config)
{
    for (const QJsonValue &each :
         stage.status()[QLatin1String("failover")][QLatin1String("configs")].toArray()) {
        if (each[QLatin1String("config")].toString() == QLatin1String(config))
            return each[QLatin1String("health")][QLatin1String("consecutive_failures")].toInt();
    }
    return -1;
}

} // namespace

class TestPolicyChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldSurvivesARestart();
    void wrongValuesAreRefusedWithTheRange_data();
    void wrongValuesAreRefusedWithTheRange();
    void switchesFollowThePolicyAtOnce();
    void checksFollowTheirIntervalAtOnce();
    void samplesFollowTheIntervalAtOnce();
    void spillOverIsSwitchedAtOnce();
};

void TestPolicyChanges::everyFieldSurvivesARestart()
{
    FailoverStage stage;
    stage.add("production", "primary");
    QVERIFY(stage.start());
    const QJsonObject before = policyOf(stage);
    stage.policy("--no-auto-failover --auto-recovery --failure-threshold 5 --success-threshold 2 "
                 "--check-interval 30 --cooldown 10m --recovery-delay 1h30m --max-failovers-per-hour 4 "
                 "--no-notify-on-failover --no-notify-on-recovery --no-spill-over");
    const QJsonObject after = policyOf(stage);
    QCOMPARE(after.size(), 11);
    for (auto field = before.begin(); field != before.end(); ++field)
        QVERIFY2(after.value(field.key()) != field.value(), qPrintable(field.key()));
    ::kill(static_cast<pid_t>(stage.pid()), SIGKILL);
    QCOMPARE(stage.waitForEnd(), -1);
    QCOMPARE(policyOf(stage), after); // from the files
    QVERIFY(stage.start());
    QCOMPARE(policyOf(stage), after);
    QCOMPARE(stage.stop(SIGTERM), 0);
}

void TestPolicyChanges::wrongValuesAreRefusedWithTheRange_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("range");
    QTest::addColumn<QStringList>("wrong");
    const QStringList counts{QStringLiteral("0"), QStringLiteral("-1"), QStringLiteral("1001"),
                             QStringLiteral("1000000000000")};
    const QStringList times{QStringLiteral("-1"), QStringLiteral("86401"), QStringLiteral("25h"),
                            QStringLiteral("1000000000000")};
    for (const char *option : {"--failure-threshold", "--success-threshold", "--max-failovers-per-hour"})
        QTest::newRow(option) << QString::fromLatin1(option) << QStringLiteral("1 to 1000.") << counts;
    for (const char *option : {"--cooldown", "--recovery-delay"})
        QTest::newRow(option) << QString::fromLatin1(option) << QStringLiteral("0 to 86400 seconds.")
                              << times;
    QTest::newRow("--check-interval")
        << QStringLiteral("--check-interval") << QStringLiteral("1 to 86400 seconds.")
        << times + QStringList{QStringLiteral("0")};
}

void TestPolicyChanges::wrongValuesAreRefusedWithTheRange()
{
    QFETCH(QString, option);
    QFETCH(QString, range);
    QFETCH(QStringList, wrong);
    FailoverStage stage;
    QVERIFY(stage.start());
    const QJsonObject before = policyOf(stage);
    for (const QString &value : wrong) {
        const CliRun refused = stage.cli.run(words("priority policy --no-auto-failover") << option << value);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(option) && refused.err.contains(range), qPrintable(refused.err));
    }
    const CliRun text = stage.cli.run(words("priority policy") << option << QStringLiteral("many"));
    QCOMPARE(text.exitCode, 2);
    QVERIFY2(text.err.contains(option) && text.err.contains(QStringLiteral("\"many\"")),
             qPrintable(text.err));
    QCOMPARE(policyOf(stage), before); // nothing of a refused command is taken
}

/// One hindrance after the other is taken away.
void TestPolicyChanges::switchesFollowThePolicyAtOnce()
{
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary");
    sim::SimProvider &backup = stage.add("backup", "secondary");
    stage.add("emergency", "fallback");
    stage.policy("--check-interval 1 --no-auto-failover --failure-threshold 1000 --cooldown 3600 "
                 "--max-failovers-per-hour 1 --recovery-delay 3600 --success-threshold 1000");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));
    production.setFault(sim::statusFault(500));
    QVERIFY(eventually([&] { return failuresOf(stage, "production") >= 2; }, kProgramPatience));
    QCOMPARE(standing(stage), QStringLiteral("active-failing"));
    stage.policy("--failure-threshold 2");
    QVERIFY(standsFor(stage, "auto-failover-off"));
    stage.policy("--auto-failover");
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover production>backup")));

    backup.setFault(sim::statusFault(500));
    QVERIFY(standsFor(stage, "cool-down"));
    stage.policy("--cooldown 0");
    QVERIFY(standsFor(stage, "hourly-limit"));
    stage.policy("--max-failovers-per-hour 10");
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover backup>emergency")));

    production.setFault(sim::FaultKind::None);
    QVERIFY(standsFor(stage, "auto-recovery-off"));
    stage.policy("--auto-recovery");
    QVERIFY(standsFor(stage, "recovery-waits"));
    stage.policy("--success-threshold 1");
    QVERIFY(standsFor(stage, "recovery-waits")); // the delay is left
    stage.policy("--recovery-delay 0");
    QVERIFY(stage.lastEventBecomes(QStringLiteral("recovery emergency>production")));
    QCOMPARE(stage.stop(SIGTERM), 0);
}

void TestPolicyChanges::checksFollowTheirIntervalAtOnce()
{
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary");
    stage.policy("--check-interval 86400");
    QVERIFY(stage.startWatching());
    const size_t before = production.log().size();
    QVERIFY(throughout([&] { return production.log().size() == before; }, 2s));
    stage.policy("--check-interval 1");
    QVERIFY(eventually([&] { return production.log().size() >= before + 3; }, kProgramPatience));
    stage.policy("--check-interval 86400");
    const size_t after = production.log().size();
    QVERIFY(throughout([&] { return production.log().size() <= after + 1; }, 3s)); // one was under way
    QCOMPARE(stage.stop(SIGTERM), 0);
}

/// Of a config to which nothing happens, once an interval, but not more often than each 10 s.
void TestPolicyChanges::samplesFollowTheIntervalAtOnce()
{
    FailoverStage stage;
    stage.add("production", "primary");
    stage.policy("--check-interval 86400");
    QVERIFY(stage.startWatching());
    const auto lastSample = [&]() -> std::optional<TimePoint> {
        const auto reader = HistoryReader::open(stage.cli.home());
        const TimePoint now =
            std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
        const auto points = (*reader)->health(QStringLiteral("production"), now - 1min, now + 1min, 10'000);
        return points && !points->empty() ? std::optional(points->back().at) : std::nullopt;
    };
    QVERIFY(eventually([&] { return lastSample().has_value(); }, kProgramPatience));
    const TimePoint before = *lastSample();
    stage.policy("--check-interval 1");
    QVERIFY(eventually([&] { return lastSample() > before + 5s; }, 30s));
}

void TestPolicyChanges::spillOverIsSwitchedAtOnce()
{
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary");
    stage.add("backup", "secondary");
    stage.policy("--failure-threshold 1000");
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    production.setFault(sim::statusFault(500));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    stage.policy("--no-spill-over");
    QCOMPARE(stage.servedBy(), QByteArray("503"));
    stage.policy("--spill-over");
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QCOMPARE(stage.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestPolicyChanges)
#include "tst_policy_changes.moc"
