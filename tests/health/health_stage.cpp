// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/health/health_stage.h"

namespace qcc::test {

HealthStage::HealthStage()
{
    settings.policy.checkInterval = seconds(60);
}

sim::SimProvider &HealthStage::addProvider(const QString &id, const QString &config, Priority priority,
                                           sim::SimOptions options)
{
    options.apiKey = keyNamed(id);
    m_providers.push_back(std::make_unique<sim::SimProvider>(std::move(options)));
    sim::SimProvider &provider = *m_providers.back();
    if (!provider.listen())
        qFatal("the simulated provider can't listen: %s", qPrintable(provider.errorString()));
    if (!settings.find(config)) {
        settings.configs.push_back(Config{config, {}, {}});
        settings.groups.place(config, priority);
    }
    Endpoint endpoint;
    endpoint.id.value = id;
    endpoint.name = id;
    endpoint.url = provider.url();
    endpoint.url.setPath(QString::fromLatin1(provider.options().basePath));
    endpoint.limits = {milliseconds(5'000), milliseconds(5'000), milliseconds(5'000)};
    keys[endpoint.id] = keyNamed(id);
    settings.find(config)->endpoints.push_back(endpoint);
    return provider;
}

Endpoint &HealthStage::endpoint(const QString &id)
{
    for (Config &config : settings.configs) {
        for (Endpoint &endpoint : config.endpoints) {
            if (endpoint.id.value == id)
                return endpoint;
        }
    }
    qFatal("no such endpoint");
}

void HealthStage::trafficSucceeds(const QString &id)
{
    EndpointHealth &health = stateOf(id).health;
    health.consecutiveFailures = 0;
    health.lastEvidence = health.lastSuccess = now();
}

std::vector<CheckReport> HealthStage::reportsOf(const QString &id) const
{
    std::vector<CheckReport> reports;
    for (const Told &each : told) {
        if (each.report.endpoint.value == id)
            reports.push_back(each.report);
    }
    return reports;
}

TimePoint HealthStage::now() const
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()) + m_offset;
}

std::optional<Secret> HealthStage::keyOf(const EndpointId &endpoint)
{
    const auto key = keys.find(endpoint);
    return key == keys.end() ? std::nullopt : std::optional<Secret>(std::in_place, key->second);
}

UpstreamTransport &HealthStage::transportFor(const Endpoint &endpoint)
{
    if (endpoint.http == HttpVersion::Http2)
        return m_qnam;
    return m_pooled;
}

void HealthStage::checked(const CheckReport &report, quint64 number)
{
    told.push_back({report, number});
    EndpointState &known = state.endpoints[report.endpoint];
    record(known, report.outcome, number, checkModelKey(report, {}), now());
    known.health.lastCheck = report;
    rememberRung(known.health, report);
    if (report.outcome.effect == HealthEffect::Success) {
        known.health.consecutiveFailures = 0;
        known.health.lastEvidence = known.health.lastSuccess = now();
    } else if (report.outcome.effect == HealthEffect::Failure) {
        ++known.health.consecutiveFailures;
        known.health.lastEvidence = known.health.lastFailure = now();
    }
    if (alsoTold)
        alsoTold(report);
}

QByteArrayList pathsAt(const sim::SimProvider &provider)
{
    QByteArrayList paths;
    for (const sim::ReceivedRequest &request : provider.log())
        paths.append(request.path());
    return paths;
}

} // namespace qcc::test
