// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/event_text.h"
#include "models/text/health_text.h"
#include "models/text/translation.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

ConfigSnapshot config(const char *name, Priority priority, HealthStatus status)
{
    ConfigSnapshot shown;
    shown.config = QString::fromLatin1(name);
    shown.priority = priority;
    shown.health.status = status;
    return shown;
}

/// backup serves since 14:30; production is down.
ProxySnapshot away()
{
    ProxySnapshot snapshot;
    FailoverSnapshot &failover = snapshot.failover;
    failover.active = QStringLiteral("backup");
    failover.activeSince = at(14, 30);
    failover.activePriority = Priority::Secondary;
    failover.configs = {config("production", Priority::Primary, HealthStatus::Unhealthy),
                        config("backup", Priority::Secondary, HealthStatus::Healthy)};
    failover.standing.rule = DecisionRule::RecoveryWaits;
    EndpointSnapshot endpoint;
    endpoint.config = QStringLiteral("production");
    endpoint.health.status = HealthStatus::Unhealthy;
    endpoint.health.lastFailureFacts = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
    snapshot.endpoints = {endpoint};
    return snapshot;
}

ProxySnapshot changed(ProxySnapshot snapshot, const std::function<void(ProxySnapshot &)> &change)
{
    change(snapshot);
    return snapshot;
}

void makeActiveFail(ProxySnapshot &snapshot)
{
    Decision &standing = snapshot.failover.standing;
    standing.rule = DecisionRule::AutoFailoverOff;
    standing.from = snapshot.failover.active;
    standing.failures = 4;
    standing.failureThreshold = 3;
    standing.lastFailure = FailureFacts{OutcomeKind::ConnectFailure, 0, TransportFault::Refused};
}

} // namespace

class TestHeadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void headlines_data();
    void headlines();
    void inChinese();
    void healthInWords();

private:
    std::unique_ptr<Translation> m_translation;
};

void TestHeadline::initTestCase()
{
    useUtc();
    m_translation = std::make_unique<Translation>(Language::English);
}

void TestHeadline::headlines_data()
{
    QTest::addColumn<ProxySnapshot>("snapshot");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const ProxySnapshot &snapshot, const char *text) {
        QTest::newRow(name) << snapshot << QString::fromUtf8(text);
    };
    row("nothing is set up", {}, "No config is set up yet.");
    row("nobody is active", changed(away(), [](ProxySnapshot &s) { s.failover.active.clear(); }),
        "No config is active.");
    row("all is well",
        changed(away(),
                [](ProxySnapshot &s) { s.failover.configs[0].health.status = HealthStatus::Healthy; }),
        "Claude Code is served by backup (secondary) since 14:30:00.");
    row("a better one is down", away(),
        "Claude Code is served by backup (secondary) since 14:30:00 – production is down: 529 overloaded.");
    row("a better one is down, and why is not known",
        changed(away(), [](ProxySnapshot &s) { s.endpoints.clear(); }),
        "Claude Code is served by backup (secondary) since 14:30:00 – production is down.");
    row("one below that is down is not worth a word",
        changed(away(), [](ProxySnapshot &s) { std::swap(s.failover.configs[0], s.failover.configs[1]); }),
        "Claude Code is served by backup (secondary) since 14:30:00.");
    row("one in a group that is off is not worth a word",
        changed(away(), [](ProxySnapshot &s) { s.failover.configs[0].groupEnabled = false; }),
        "Claude Code is served by backup (secondary) since 14:30:00.");
    row("recovery is near", changed(away(), [](ProxySnapshot &s) { s.failover.recoveryAt = at(14, 35, 10); }),
        "Claude Code is served by backup (secondary) since 14:30:00 – production is down: 529 overloaded. "
        "Recovery possible in 3:20.");
    row("pinned: no recovery is told",
        changed(away(),
                [](ProxySnapshot &s) {
                    s.failover.pinned = true;
                    s.failover.recoveryAt = at(14, 35, 10);
                }),
        "Claude Code is served by backup (secondary) since 14:30:00 – production is down: 529 overloaded. "
        "Chosen by hand, until released.");
    row("pinned for a time",
        changed(away(),
                [](ProxySnapshot &s) {
                    s.failover.pinned = true;
                    s.failover.pinnedUntil = at(14, 35, 10);
                    s.failover.configs.clear();
                }),
        "Claude Code is served by backup (secondary) since 14:30:00. Chosen by hand until 14:35:10 (in "
        "3:20).");
    row("the active one is down", changed(away(), makeActiveFail),
        "Claude Code is served by backup (secondary) since 14:30:00 – backup failed 4 times in a row: "
        "connection "
        "refused; automatic failover is off.");
    row("all are down",
        changed(away(),
                [](ProxySnapshot &s) {
                    s.failover.alerts = {Alert{AlertKind::AllDown, {}, {}, at(14, 30), {}, {}, {}}};
                }),
        "Claude Code is served by backup (secondary) since 14:30:00 – all configs are down.");
    row("the own network is down", changed(away(), [](ProxySnapshot &s) { s.failover.networkDown = true; }),
        "Claude Code is served by backup (secondary) since 14:30:00 – this computer's network is down.");
}

void TestHeadline::headlines()
{
    QFETCH(const ProxySnapshot, snapshot);
    QTEST(headline(snapshot, at(14, 31, 50)), "text");
}

void TestHeadline::inChinese()
{
    const Translation translation(Language::Chinese);
    const ProxySnapshot snapshot =
        changed(away(), [](ProxySnapshot &s) { s.failover.recoveryAt = at(14, 35, 10); });
    QCOMPARE(
        headline(snapshot, at(14, 31, 50)),
        QStringLiteral("Claude Code 自 14:30:00 起使用 backup（备用）——production 不可用：529 过载。最快 "
                       "3:20 后恢复。"));
}

void TestHeadline::healthInWords()
{
    EndpointSnapshot endpoint;
    endpoint.condition = EndpointCondition::Limited;
    QCOMPARE(conditionText(endpoint, at(14, 31, 50)), QStringLiteral("limited"));
    endpoint.until = at(14, 35, 10);
    QCOMPARE(conditionText(endpoint, at(14, 31, 50)), QStringLiteral("limited until 14:35:10 (in 3:20)"));
    CheckReport report;
    report.reachable = CheckLayer::Good;
    report.keyAccepted = CheckLayer::Bad;
    QCOMPARE(layersText(report), QStringLiteral("reachable: yes, key accepted: no, model answers: unknown"));
    ConfigHealth health;
    health.totalEndpoints = 1;
    QCOMPARE(endpointsText(health), QStringLiteral("0 of 1 endpoint healthy"));
    health.totalEndpoints = 3;
    health.healthyEndpoints = 2;
    QCOMPARE(endpointsText(health), QStringLiteral("2 of 3 endpoints healthy"));
}

QTEST_GUILESS_MAIN(TestHeadline)
#include "tst_headline.moc"
