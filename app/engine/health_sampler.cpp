// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/health_sampler.h"

#include "app/engine/failover_snapshot.h"

namespace qcc {

namespace {

/// More often than that is of no use to a chart.
constexpr milliseconds kOftenest{10'000};

bool sameHealth(const HealthSample &a, const HealthSample &b)
{
    return a.status == b.status && a.healthyEndpoints == b.healthyEndpoints &&
           a.totalEndpoints == b.totalEndpoints;
}

} // namespace

HealthSampler::HealthSampler(const FailoverLoop &loop, const EngineClock &clock)
    : m_loop(loop), m_clock(clock), m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &HealthSampler::sampleAll);
}

void HealthSampler::start()
{
    sampleAll();
}

void HealthSampler::look(const EndpointId &endpoint)
{
    if (const Config *config = m_loop.setup().settings.ownerOf(endpoint))
        sample(config->name, false);
}

void HealthSampler::settingsChanged()
{
    if (m_timer.isActive() && m_timer.intervalAsDuration() != interval())
        m_timer.start(interval());
}

milliseconds HealthSampler::interval() const
{
    return std::max<milliseconds>(m_loop.setup().settings.policy.checkInterval, kOftenest);
}

void HealthSampler::sampleAll()
{
    const Settings &settings = m_loop.setup().settings;
    std::erase_if(m_last, [&](const auto &entry) { return !settings.find(entry.first); });
    for (const Config &config : settings.configs)
        sample(config.name, true);
    m_timer.start(interval());
}

void HealthSampler::sample(const QString &config, bool evenIfSame)
{
    const std::optional<HealthSample> now =
        healthSample(config, m_loop.state(), m_loop.setup(), m_clock.now());
    if (!now)
        return;
    const auto last = m_last.find(config);
    if (!evenIfSame && last != m_last.end() && sameHealth(last->second, *now))
        return;
    m_last.insert_or_assign(config, *now);
    Q_EMIT sampled(*now);
}

} // namespace qcc
