// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/endpoint_text.h"
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

/// All is well but for the endpoints of the active config.
ProxySnapshot served(std::vector<EndpointSnapshot> endpoints)
{
    return changed(away(), [&](ProxySnapshot &s) {
        s.failover.configs[0].health.status = HealthStatus::Healthy;
        s.endpoints = std::move(endpoints);
    });
}

EndpointSnapshot ofBackup(EndpointCondition condition, std::vector<ModelHoldSnapshot> holds = {})
{
    EndpointSnapshot endpoint;
    endpoint.config = QStringLiteral("backup");
    endpoint.name = QStringLiteral("eu");
    endpoint.condition = condition;
    if (condition == EndpointCondition::Limited)
        endpoint.until = at(14, 35, 10);
    endpoint.modelHolds = std::move(holds);
    return endpoint;
}

ModelHoldSnapshot held(const char *model, bool missing = false)
{
    return {QString::fromLatin1(model), missing, at(14, 32, 20)};
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
    void troublesOfAnEndpoint_data();
    void troublesOfAnEndpoint();

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
    row("nobody is active, for the first one lacks its key",
        changed(away(),
                [](ProxySnapshot &s) {
                    s.failover.active.clear();
                    s.activeConfig = QStringLiteral("backup");
                    s.endpoints = {ofBackup(EndpointCondition::NoKey)};
                }),
        "No config is active. backup: no key.");
    row("nobody may be active",
        changed(away(),
                [](ProxySnapshot &s) {
                    s.failover.active.clear();
                    s.failover.configs[0].groupEnabled = false;
                    s.failover.configs[1].priority = Priority::Disabled;
                }),
        "No config is active: all are disabled, or their groups are switched off.");
    row("all is well",
        changed(away(),
                [](ProxySnapshot &s) { s.failover.configs[0].health.status = HealthStatus::Healthy; }),
        "Claude Code is served by backup (secondary) since 14:30:00.");
    row("a better one is down", away(),
        "Claude Code is served by backup (secondary) since 14:30:00 – production is down: 529 overloaded.");
    row("a better one is down, and why is not known",
        changed(away(), [](ProxySnapshot &s) { s.endpoints.clear(); }),
        "Claude Code is served by backup (secondary) since 14:30:00 – production is down.");
    row("a better one is not asked, for its key was rejected",
        changed(away(),
                [](ProxySnapshot &s) {
                    s.endpoints = {ofBackup(EndpointCondition::KeyRejected)};
                    s.endpoints[0].config = QStringLiteral("production");
                    s.endpoints[0].until = at(14, 35, 10);
                }),
        "Claude Code is served by backup (secondary) since 14:30:00 – production: key rejected until "
        "14:35:10 (in 3:20).");
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
    const auto waiting = [](ProxySnapshot &s) {
        s.heldRequests = 1;
        s.heldUntil = at(14, 32, 25);
        s.failover.recoveryAt = at(14, 35, 10);
    };
    row("requests wait for the end of a limit",
        changed(served({ofBackup(EndpointCondition::Limited)}), waiting),
        "Waiting for backup: every config is limited, 1 request goes on in 0:35. Claude Code is served by "
        "backup (secondary) since 14:30:00 – backup: limited until 14:35:10 (in 3:20).");
    row("requests wait, and nobody knows for whom", changed(served({}), waiting),
        "Every config is limited: 1 request waits and goes on in 0:35. Claude Code is served by backup "
        "(secondary) since 14:30:00.");
    row("requests wait, and none has been active yet",
        changed(served({ofBackup(EndpointCondition::Limited)}),
                [&](ProxySnapshot &s) {
                    waiting(s);
                    s.failover.active.clear();
                    s.activeConfig = QStringLiteral("backup");
                }),
        "Waiting for backup: every config is limited, 1 request goes on in 0:35. No config is active.");
    const auto ready = ofBackup(EndpointCondition::Ready);
    const auto limited = ofBackup(EndpointCondition::Limited);
    const auto overloaded = ofBackup(EndpointCondition::Ready, {held("haiku"), held("opus")});
    const auto alsoOverloaded = ofBackup(EndpointCondition::Ready, {held("opus")});
    row("the active one is limited", served({limited}),
        "Claude Code is served by backup (secondary) since 14:30:00 – backup: limited until 14:35:10 (in "
        "3:20).");
    row("one of its endpoints is limited, the other takes the requests", served({limited, ready}),
        "Claude Code is served by backup (secondary) since 14:30:00.");
    row("the active one is overloaded for a model", served({overloaded}),
        "Claude Code is served by backup (secondary) since 14:30:00 – backup: overloaded for haiku until "
        "14:32:20 (in 0:30).");
    row("whoever is not limited is overloaded for the same model",
        served({limited, overloaded, alsoOverloaded}),
        "Claude Code is served by backup (secondary) since 14:30:00 – backup: overloaded for opus until "
        "14:32:20 (in 0:30).");
    row("the other endpoint takes the overloaded model", served({overloaded, ready}),
        "Claude Code is served by backup (secondary) since 14:30:00.");
    row("a model that it does not offer is no trouble",
        served({ofBackup(EndpointCondition::Ready, {held("opus", true)})}),
        "Claude Code is served by backup (secondary) since 14:30:00.");
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
    QCOMPARE(healthName(health), QStringLiteral("not checked yet"));
    health.lastCheck = at(14, 30); // it was limited, say
    QCOMPARE(healthName(health), QStringLiteral("unknown"));
    EndpointHealth ofOne;
    QCOMPARE(healthName(ofOne), QStringLiteral("not checked yet"));
    ofOne.lastCheck = report;
    QCOMPARE(healthName(ofOne), QStringLiteral("unknown"));
    ofOne.status = HealthStatus::Healthy;
    QCOMPARE(healthName(ofOne), QStringLiteral("healthy"));
    health.totalEndpoints = 1;
    QCOMPARE(endpointsText(health), QStringLiteral("0 of 1 endpoint healthy"));
    health.totalEndpoints = 3;
    health.healthyEndpoints = 2;
    QCOMPARE(endpointsText(health), QStringLiteral("2 of 3 endpoints healthy"));
}

void TestHeadline::troublesOfAnEndpoint_data()
{
    QTest::addColumn<EndpointSnapshot>("endpoint");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const EndpointSnapshot &endpoint, const QStringList &lines) {
        QTest::newRow(name) << endpoint << lines;
    };
    row("it works", ofBackup(EndpointCondition::Ready), {});
    row("limited", ofBackup(EndpointCondition::Limited),
        {QStringLiteral("eu: limited until 14:35:10 (in 3:20)")});
    row("its key is rejected", ofBackup(EndpointCondition::KeyRejected),
        {QStringLiteral("eu: key rejected")});
    EndpointSnapshot failing = ofBackup(EndpointCondition::Ready);
    failing.health.status = HealthStatus::Degraded;
    failing.health.lastFailureFacts = FailureFacts{OutcomeKind::ConnectFailure, 0, TransportFault::Refused};
    row("it begins to fail", failing, {QStringLiteral("eu: connection refused")});
    failing.condition = EndpointCondition::BreakerOpen;
    row("it fails and is left alone", failing,
        {QStringLiteral("eu: failing, left alone – connection refused")});
    row("overloaded for one model, another is not offered; kinds of requests that it lacks are left out",
        ofBackup(EndpointCondition::Ready,
                 {held("count_tokens", true), held("haiku", true), held("models", true), held("opus")}),
        {QStringLiteral("eu: haiku is not offered, asked again after 14:32:20 (in 0:30)"),
         QStringLiteral("eu: overloaded for opus until 14:32:20 (in 0:30)")});
    row("more than a person would read",
        ofBackup(EndpointCondition::Ready,
                 {held("a"), held("b"), held("c"), held("d"), held("e"), held("f")}),
        {QStringLiteral("eu: overloaded for a until 14:32:20 (in 0:30)"),
         QStringLiteral("eu: overloaded for b until 14:32:20 (in 0:30)"),
         QStringLiteral("eu: overloaded for c until 14:32:20 (in 0:30)"),
         QStringLiteral("eu: overloaded for d until 14:32:20 (in 0:30)"),
         QStringLiteral("eu: and 2 more models")});
    const QByteArray longName(100'000, 'x');
    row("a name without end", ofBackup(EndpointCondition::Ready, {held(longName.constData())}),
        {QStringLiteral("eu: overloaded for ") + QString(60, u'x') +
         QStringLiteral("… until 14:32:20 (in 0:30)")});
}

void TestHeadline::troublesOfAnEndpoint()
{
    QFETCH(const EndpointSnapshot, endpoint);
    QTEST(endpointTroubles(endpoint, at(14, 31, 50)), "lines");
}

QTEST_GUILESS_MAIN(TestHeadline)
#include "tst_headline.moc"
