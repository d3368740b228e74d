// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"

#include "tests/ui_support/sample_world.h"

#include <cmath>

namespace qcc::test {

namespace {

TimePoint partOf(const HealthQuery &query, double share)
{
    return query.from + milliseconds(static_cast<qint64>(share * double((query.to - query.from).count())));
}

bool lies(TimePoint at, const std::pair<TimePoint, TimePoint> &span)
{
    return at >= span.first && at < span.second;
}

ConfigLine lineOf(ChartPeriod period, const HealthQuery &query, const QString &config, int number)
{
    ConfigLine line{config, {}};
    const milliseconds step = std::max<milliseconds>(pieceOf(period), seconds(60));
    const TimePoint half = partOf(query, 0.5);
    int i = 0;
    for (TimePoint at = query.from; at <= sampleNow(); at += step, ++i) {
        if (lies(at, sampleGap(period)))
            continue;
        HealthPoint point{at, 100, milliseconds(0)};
        if (number == 0 && lies(at, sampleOutage(period)))
            point = {at, 0, std::nullopt};
        if (number % 3 == 2 && at < half)
            point.percentage = 50;
        if (number % 7 == 5 && i % 29 < 3)
            point.percentage = 66.7;
        if (point.latency)
            point.latency =
                milliseconds(qRound(180 + 55 * number + 40 * std::sin(i / 9.0 + number) + i * 7 % 31));
        line.points.push_back(point);
    }
    return line;
}

FailoverEvent switched(FailoverEventType type, TimePoint at, const QString &from, const QString &to)
{
    FailoverEvent event;
    event.id = QStringLiteral("e%1").arg(at.time_since_epoch().count() % 10'000'000, 7, 10, QLatin1Char('0'));
    event.type = type;
    event.at = at;
    event.from = from;
    event.to = to;
    Decision decision;
    decision.at = at;
    decision.from = from;
    decision.to = to;
    decision.failures = decision.failureThreshold = decision.successes = decision.successThreshold = 3;
    decision.rule = type == FailoverEventType::Failover   ? DecisionRule::ActiveFailed
                    : type == FailoverEventType::Recovery ? DecisionRule::BetterIsBack
                                                          : DecisionRule::ChosenByPerson;
    if (type == FailoverEventType::Failover)
        decision.lastFailure = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
    event.decision = decision;
    return event;
}

} // namespace

std::pair<TimePoint, TimePoint> sampleGap(ChartPeriod period)
{
    const HealthQuery query = healthQuery(period, {}, sampleNow());
    return {partOf(query, 0.2), partOf(query, 0.28)};
}

std::pair<TimePoint, TimePoint> sampleOutage(ChartPeriod period)
{
    const HealthQuery query = healthQuery(period, {}, sampleNow());
    return {partOf(query, 0.55), partOf(query, 0.7)};
}

HealthAnswer sampleHealth(ChartPeriod period, const std::vector<QString> &configs)
{
    const HealthQuery query = healthQuery(period, configs, sampleNow());
    HealthAnswer answer{query.from, query.to, pieceOf(period), {}, {}, {}};
    for (size_t i = 0; i < configs.size(); ++i)
        answer.lines.push_back(lineOf(period, query, configs[i], static_cast<int>(i)));
    if (configs.size() < 3)
        return answer;
    const auto [down, up] = sampleOutage(period);
    const TimePoint chosen = partOf(query, 0.86);
    answer.spans = {{configs[0], query.from, sampleGap(period).first},
                    {configs[0], sampleGap(period).second, down},
                    {configs[2], down, up},
                    {configs[0], up, chosen},
                    {configs[1], chosen, query.to}};
    answer.events = {switched(FailoverEventType::Manual, chosen, configs[0], configs[1]),
                     switched(FailoverEventType::Recovery, up, configs[2], configs[0]),
                     switched(FailoverEventType::Failover, down, configs[0], configs[2])};
    return answer;
}

HistoryStats sampleStats(const std::vector<QString> &configs)
{
    HistoryStats stats;
    stats.failovers = 3;
    stats.meanTimeToRecovery = minutes(11);
    stats.requests = 1291;
    stats.served = 1284;
    stats.savedBySpillOver = 9;
    double health = 100;
    for (const QString &config : configs) {
        stats.configs.push_back(
            {config, health, health > 99 ? 0.83 : 0.02, qint64(health * 9), {}, milliseconds(430)});
        health -= 3.25;
    }
    return stats;
}

std::vector<QString> namesOf(const Settings &settings)
{
    std::vector<QString> names;
    for (const Config &config : settings.configs)
        names.push_back(config.name);
    return names;
}

} // namespace qcc::test
