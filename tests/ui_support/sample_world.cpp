// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/sample_world.h"

namespace qcc::test {

namespace {

Endpoint endpoint(const QString &id, const QString &name, const QString &url)
{
    Endpoint made;
    made.id = EndpointId{id};
    made.name = name;
    made.url = QUrl(url);
    return made;
}

Config config(const QString &name, const QString &description, std::vector<Endpoint> endpoints)
{
    return {name, description, std::move(endpoints), {}, {}};
}

EndpointSnapshot well(const Config &owner, const Endpoint &shown, int latency)
{
    EndpointSnapshot snapshot;
    snapshot.config = owner.name;
    snapshot.id = shown.id;
    snapshot.name = shown.name;
    snapshot.lastStatus = 200;
    snapshot.health.status = HealthStatus::Healthy;
    snapshot.health.consecutiveSuccesses = 12;
    snapshot.health.lastEvidence = sampleNow() - seconds(20);
    snapshot.health.lastSuccess = sampleNow() - seconds(20);
    snapshot.health.learnedRung = CheckRung::Models;
    CheckReport report;
    report.endpoint = shown.id;
    report.rung = CheckRung::Models;
    report.reachable = report.keyAccepted = CheckLayer::Good;
    report.latency = milliseconds(latency);
    report.endedAt = sampleNow() - seconds(20);
    snapshot.health.lastCheck = report;
    return snapshot;
}

void breakIt(EndpointSnapshot &snapshot)
{
    snapshot.condition = EndpointCondition::BreakerOpen;
    snapshot.until = sampleNow() + seconds(25);
    snapshot.consecutiveFailures = 4;
    snapshot.lastOutcome = OutcomeKind::Overloaded;
    snapshot.lastStatus = 529;
    snapshot.health.status = HealthStatus::Unhealthy;
    snapshot.health.consecutiveFailures = 4;
    snapshot.health.consecutiveSuccesses = 0;
    snapshot.health.failingSince = sampleNow() - minutes(5);
    snapshot.health.lastFailure = sampleNow() - seconds(15);
    snapshot.health.lastFailureFacts = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
}

ConfigSnapshot summary(const Settings &settings, const Config &owner, std::span<const EndpointSnapshot> all)
{
    ConfigSnapshot shown;
    shown.config = owner.name;
    shown.priority = settings.groups.priorityOf(owner.name).value_or(Priority::Disabled);
    shown.groupEnabled = settings.groups.group(shown.priority).enabled;
    for (const EndpointSnapshot &one : all) {
        if (one.config != owner.name)
            continue;
        ++shown.health.totalEndpoints;
        shown.health.healthyEndpoints += one.health.status == HealthStatus::Healthy ? 1 : 0;
        shown.health.consecutiveFailures =
            std::max(shown.health.consecutiveFailures, one.health.consecutiveFailures);
        shown.health.lastCheck = one.health.lastEvidence;
        if (one.health.status == HealthStatus::Healthy && !shown.latency)
            shown.latency = one.health.lastCheck->latency;
    }
    const bool some = shown.health.healthyEndpoints > 0;
    shown.health.status = shown.health.isFullyHealthy() ? HealthStatus::Healthy
                          : some                        ? HealthStatus::Degraded
                                                        : HealthStatus::Unhealthy;
    return shown;
}

ProxySnapshot snapshotOf(const Settings &settings, const std::function<void(EndpointSnapshot &)> &change = {})
{
    ProxySnapshot snapshot;
    snapshot.home = QStringLiteral("/home/ada/.qcc");
    snapshot.version = QStringLiteral(QCC_VERSION);
    snapshot.pid = 4711;
    snapshot.listenUrl = QStringLiteral("http://127.0.0.1:7860");
    snapshot.startedAt = sampleNow() - std::chrono::hours(5);
    snapshot.requestsServed = 1284;
    snapshot.requestsFailed = 2;
    snapshot.spilledOver = 9;
    int latency = 180;
    for (const Config &owner : settings.configs) {
        for (const Endpoint &one : owner.endpoints) {
            snapshot.endpoints.push_back(well(owner, one, latency));
            latency += 37;
            if (change)
                change(snapshot.endpoints.back());
        }
    }
    for (const PriorityGroup &group : settings.groups.all())
        for (const QString &name : group.configNames)
            snapshot.failover.configs.push_back(summary(settings, *settings.find(name), snapshot.endpoints));
    snapshot.failover.monitoring = true;
    return snapshot;
}

void activate(ProxySnapshot &snapshot, const QString &config, Priority priority, minutes ago)
{
    snapshot.activeConfig = config;
    snapshot.failover.active = config;
    snapshot.failover.activePriority = priority;
    snapshot.failover.activeSince = sampleNow() - ago;
    snapshot.failover.standing.from = config;
    snapshot.failover.standing.at = sampleNow();
}

ProxySnapshot failedOver(const Settings &settings)
{
    ProxySnapshot snapshot = snapshotOf(settings, [](EndpointSnapshot &one) {
        if (one.config == QLatin1StringView("production") || one.config == QLatin1StringView("team-gateway"))
            breakIt(one);
    });
    activate(snapshot, QStringLiteral("backup"), Priority::Secondary, minutes(5));
    snapshot.failover.coolDownUntil = sampleNow() + seconds(200);
    snapshot.failover.recoveryAt = sampleNow() + seconds(200);
    snapshot.failover.switchesInHour = 1;
    Decision &standing = snapshot.failover.standing;
    standing.rule = DecisionRule::RecoveryWaits;
    standing.lastFailure = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
    standing.rejected.push_back(
        {QStringLiteral("production"), Priority::Primary, RejectReason::Unhealthy, 4, 0, std::nullopt});
    return snapshot;
}

ProxySnapshot degraded(const Settings &settings)
{
    ProxySnapshot snapshot = snapshotOf(settings, [](EndpointSnapshot &one) {
        if (one.id.value == QLatin1StringView("0000a002")) {
            one.condition = EndpointCondition::Limited;
            one.until = sampleNow() + minutes(12);
            one.lastOutcome = OutcomeKind::RateLimitedUntil;
            one.lastStatus = 429;
        }
        if (one.id.value == QLatin1StringView("0000a003")) {
            breakIt(one);
            one.condition = EndpointCondition::KeyRejected;
            one.lastOutcome = OutcomeKind::KeyRejected;
            one.lastStatus = 401;
        }
    });
    activate(snapshot, QStringLiteral("production"), Priority::Primary, minutes(300));
    Alert rejected;
    rejected.kind = AlertKind::KeyRejected;
    rejected.subject = QStringLiteral("production/us-west");
    rejected.since = sampleNow() - minutes(4);
    snapshot.failover.alerts.push_back(rejected);
    return snapshot;
}

ProxySnapshot allDown(const Settings &settings)
{
    ProxySnapshot snapshot = snapshotOf(settings, breakIt);
    activate(snapshot, QStringLiteral("backup"), Priority::Secondary, minutes(9));
    Alert alert;
    alert.kind = AlertKind::AllDown;
    alert.since = sampleNow() - minutes(2);
    snapshot.failover.alerts.push_back(alert);
    snapshot.failover.standing.rule = DecisionRule::NoCandidate;
    snapshot.failover.standing.lastFailure = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
    return snapshot;
}

} // namespace

static TimePoint &playedAt()
{
    static TimePoint moment{std::chrono::duration_cast<milliseconds>(seconds(1'795'444'510))};
    return moment;
}

TimePoint sampleNow()
{
    return playedAt();
}

void setSampleNow(TimePoint now)
{
    playedAt() = now;
}

Settings sampleSettings()
{
    const auto url = [](const char *text) { return QString::fromLatin1(text); };
    Settings settings;
    settings.configs = {config(QStringLiteral("production"), QStringLiteral("Company contract"),
                               {endpoint(QStringLiteral("0000a001"), QStringLiteral("eu-central"),
                                         url("https://eu.llm.example.com")),
                                endpoint(QStringLiteral("0000a002"), QStringLiteral("us-east"),
                                         url("https://us.llm.example.com")),
                                endpoint(QStringLiteral("0000a003"), QStringLiteral("us-west"),
                                         url("https://usw.llm.example.com"))}),
                        config(QStringLiteral("team-gateway"), QStringLiteral("Gateway of the platform team"),
                               {endpoint(QStringLiteral("0000b001"), QStringLiteral("gateway"),
                                         url("https://gateway.example.net/claude"))}),
                        config(QStringLiteral("backup"), QStringLiteral("My own account"),
                               {endpoint(QStringLiteral("0000c001"), QStringLiteral("official"),
                                         url("https://api.anthropic.com")),
                                endpoint(QStringLiteral("0000c002"), QStringLiteral("mirror"),
                                         url("https://mirror.example.org"))}),
                        config(QStringLiteral("reseller-eu"), QString(),
                               {endpoint(QStringLiteral("0000d001"), QStringLiteral("reseller"),
                                         url("https://ai.reseller.example"))}),
                        config(QStringLiteral("emergency"), QStringLiteral("Expensive, always up"),
                               {endpoint(QStringLiteral("0000e001"), QStringLiteral("pay-as-you-go"),
                                         url("https://payg.example.com"))}),
                        config(QStringLiteral("old-key"), QStringLiteral("Expired in October"),
                               {endpoint(QStringLiteral("0000f001"), QStringLiteral("old"),
                                         url("https://old.example.com"))})};
    settings.groups.place(QStringLiteral("production"), Priority::Primary);
    settings.groups.place(QStringLiteral("team-gateway"), Priority::Primary);
    settings.groups.place(QStringLiteral("backup"), Priority::Secondary);
    settings.groups.place(QStringLiteral("reseller-eu"), Priority::Secondary);
    settings.groups.place(QStringLiteral("emergency"), Priority::Fallback);
    settings.groups.place(QStringLiteral("old-key"), Priority::Disabled);
    settings.activeConfig = QStringLiteral("production");
    return settings;
}

ProxySnapshot sampleSnapshot(SampleMood mood)
{
    const Settings settings = sampleSettings();
    switch (mood) {
    case SampleMood::FailedOver:
        return failedOver(settings);
    case SampleMood::Degraded:
        return degraded(settings);
    case SampleMood::AllDown:
        return allDown(settings);
    case SampleMood::AllWell:
    case SampleMood::Pinned:
    case SampleMood::OwnNetwork:
    case SampleMood::ProxyOff:
        break;
    }
    ProxySnapshot snapshot = snapshotOf(settings);
    activate(snapshot, QStringLiteral("production"), Priority::Primary, minutes(300));
    if (mood == SampleMood::Pinned) {
        activate(snapshot, QStringLiteral("backup"), Priority::Secondary, minutes(11));
        snapshot.failover.pinned = true;
        snapshot.failover.pinnedUntil = sampleNow() + minutes(49);
        snapshot.failover.standing.rule = DecisionRule::Pinned;
    }
    if (mood == SampleMood::OwnNetwork) {
        snapshot.failover.networkDown = true;
        snapshot.failover.standing.rule = DecisionRule::OwnNetwork;
        Alert alert;
        alert.kind = AlertKind::OwnNetwork;
        alert.since = sampleNow() - seconds(40);
        snapshot.failover.alerts.push_back(alert);
    }
    snapshot.serving = mood != SampleMood::ProxyOff;
    return snapshot;
}

std::vector<SessionSnapshot> sampleSessions()
{
    const auto session = [](const char *id, const char *config, const char *model, seconds ago) {
        SessionSnapshot made;
        made.id = QByteArray(id) + "-7a3b-4c1d-9e2f-0123456789ab";
        made.config = QString::fromLatin1(config);
        made.model = model;
        made.lastUsed = sampleNow() - ago;
        made.firstSeen = made.lastUsed - minutes(95);
        made.requests = 214;
        return made;
    };
    std::vector<SessionSnapshot> all{session("5f1c2d3e", "production", "claude-opus-4-5", seconds(3)),
                                     session("b7d90a41", "emergency", "claude-sonnet-4-5", seconds(42)),
                                     session("0c88e1f6", "backup", "claude-sonnet-4-5", seconds(48)),
                                     session("e3a4520d", "backup", "claude-haiku-4-5", minutes(26))};
    all[0].running = 2;
    all[1].byHand = true;
    all[2].staysUntil = all[2].lastUsed + minutes(5);
    all[3].requests = 9;
    return all;
}

Settings manySettings(int count)
{
    Settings settings;
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("provider-%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        std::vector<Endpoint> endpoints;
        for (int k = 0; k <= i % 4; ++k)
            endpoints.push_back(endpoint(
                QStringLiteral("%1%2").arg(i, 4, 16, QLatin1Char('0')).arg(k, 4, 16, QLatin1Char('0')),
                QStringLiteral("endpoint-%1").arg(k + 1),
                QStringLiteral("https://p%1-%2.example.com").arg(i).arg(k)));
        settings.configs.push_back(
            config(name, QStringLiteral("Number %1").arg(i + 1), std::move(endpoints)));
        settings.groups.place(name, kPriorities[static_cast<size_t>(i) % kPriorities.size()]);
    }
    return settings;
}

ProxySnapshot manySnapshot(const Settings &settings)
{
    int number = 0;
    ProxySnapshot snapshot = snapshotOf(settings, [&number](EndpointSnapshot &one) {
        if (++number % 5 == 0)
            breakIt(one);
    });
    if (!settings.configs.empty())
        activate(snapshot, settings.configs.front().name, Priority::Primary, minutes(30));
    return snapshot;
}

} // namespace qcc::test
