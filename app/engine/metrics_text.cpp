// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/metrics_text.h"

#include "app/engine/metrics_writer.h"
#include "models/domain/words.h"

namespace qcc {

namespace {

/// Every enumerator from @p first to @p last.
template <typename Enum, typename Each> void forEach(Enum first, Enum last, const Each &each)
{
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i)
        each(static_cast<Enum>(i));
}

/// Label values are words with underscores here, as it is usual.
QString label(QString word)
{
    return word.replace(u'-', u'_');
}

void writeTraffic(MetricsWriter &out, const TrafficCounters &counters)
{
    out.family("qcc_requests_total", "counter", "Requests by how they ended.");
    forEach(RequestEnd::Served, RequestEnd::ClientGone, [&](RequestEnd end) {
        out.count({{"end", label(toWord(end))}}, counters.requests(end));
    });
    out.family("qcc_spilled_over_total", "counter",
               "Requests served by another endpoint than the first choice.");
    out.count({}, counters.spilledOver());
    out.family("qcc_held_total", "counter", "Requests that waited because every config was limited.");
    out.count({}, counters.held());
    out.family("qcc_thinking_repairs_total", "counter",
               "Requests sent again without thinking blocks that another provider had signed.");
    out.count({}, counters.repaired());
    out.family("qcc_failovers_total", "counter", "Switches of the active config by their type.");
    forEach(FailoverEventType::Failover, FailoverEventType::Activation, [&](FailoverEventType type) {
        out.count({{"type", label(toWord(type))}}, counters.failovers(type));
    });
}

/// Outcomes that never happened are left out, but for success: there is at least one series for each
/// endpoint.
void writeAttempts(MetricsWriter &out, const ProxySnapshot &snapshot, const TrafficCounters &counters)
{
    out.family("qcc_attempts_total", "counter", "Attempts at endpoints by their outcome.");
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        forEach(OutcomeKind::Success, OutcomeKind::ClientGone, [&](OutcomeKind outcome) {
            const quint64 count = counters.attempts(endpoint.id, outcome);
            if (count > 0 || outcome == OutcomeKind::Success)
                out.count({{"config", endpoint.config},
                           {"endpoint", endpoint.name},
                           {"outcome", label(toWord(outcome))}},
                          count);
        });
    }
}

void writeTokens(MetricsWriter &out, const ProxySnapshot &snapshot, const TrafficCounters &counters)
{
    out.family("qcc_tokens_total", "counter", "Tokens as the providers counted them.");
    for (const ConfigSnapshot &config : snapshot.failover.configs) {
        const TokenUsage usage = counters.tokens(config.config);
        const std::pair<const char *, qint64> kinds[] = {{"input", usage.input},
                                                         {"output", usage.output},
                                                         {"cache_read", usage.cacheRead},
                                                         {"cache_creation", usage.cacheCreation}};
        for (const auto &[kind, tokens] : kinds)
            out.count({{"config", config.config}, {"kind", QString::fromLatin1(kind)}},
                      static_cast<quint64>(tokens));
    }
}

void writeFirstBytes(MetricsWriter &out, const FirstByteHistogram &histogram)
{
    out.family("qcc_time_to_first_byte_seconds", "histogram",
               "From a request's arrival to the first byte of its answer, of served requests.");
    quint64 count = 0;
    for (size_t i = 0; i < histogram.counts.size(); ++i) {
        count += histogram.counts[i];
        const QString bound = i < histogram.kBoundsMs.size()
                                  ? QString::number(static_cast<double>(histogram.kBoundsMs[i]) / 1000.0)
                                  : QStringLiteral("+Inf");
        out.part("_bucket", {{"le", bound}}, static_cast<double>(count));
    }
    out.part("_sum", {}, static_cast<double>(histogram.sumMs) / 1000.0);
    out.part("_count", {}, static_cast<double>(count));
}

void writeConfigs(MetricsWriter &out, const ProxySnapshot &snapshot)
{
    const FailoverSnapshot &failover = snapshot.failover;
    out.family("qcc_active_config_info", "gauge", "The config that new requests go to first.");
    const QString active = failover.active.isEmpty() ? snapshot.activeConfig : failover.active;
    if (!active.isEmpty()) {
        const QString priority = failover.activePriority ? toWord(*failover.activePriority) : QString();
        out.sample({{"config", active}, {"priority", priority}}, 1);
    }
    out.family("qcc_config_health_ratio", "gauge", "Share of a config's endpoints that are healthy, 0 to 1.");
    for (const ConfigSnapshot &config : failover.configs) {
        if (config.health.status != HealthStatus::Unknown)
            out.sample({{"config", config.config}}, config.health.healthPercentage() / 100.0);
    }
}

void writeEndpoints(MetricsWriter &out, const ProxySnapshot &snapshot)
{
    out.family("qcc_endpoint_up", "gauge", "1 while the endpoint answers, 0 when it does not.");
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (endpoint.health.status != HealthStatus::Unknown)
            out.sample({{"config", endpoint.config}, {"endpoint", endpoint.name}},
                       endpoint.health.status == HealthStatus::Unhealthy ? 0 : 1);
    }
    out.family("qcc_endpoint_breaker_open", "gauge", "1 while requests go past the endpoint.");
    for (const EndpointSnapshot &endpoint : snapshot.endpoints)
        out.sample({{"config", endpoint.config}, {"endpoint", endpoint.name}},
                   endpoint.condition == EndpointCondition::BreakerOpen ? 1 : 0);
}

void writeInstance(MetricsWriter &out, const ProxySnapshot &snapshot)
{
    out.family("qcc_client_connections", "gauge", "Connections of clients.");
    out.sample({}, snapshot.clientConnections);
    out.family("qcc_running_requests", "gauge", "Requests that are being served.");
    out.sample({}, snapshot.runningRequests);
    out.family("qcc_held_requests", "gauge", "Requests that wait now because every config is limited.");
    out.sample({}, snapshot.heldRequests);
    out.family("qcc_alert_active", "gauge", "Alerts that are raised now, by their kind.");
    forEach(AlertKind::AllDown, AlertKind::HistoryUnavailable, [&](AlertKind kind) {
        const auto raised = std::count_if(snapshot.failover.alerts.begin(), snapshot.failover.alerts.end(),
                                          [kind](const Alert &alert) { return alert.kind == kind; });
        out.sample({{"kind", label(toWord(kind))}}, static_cast<double>(raised));
    });
    out.family("qcc_start_time_seconds", "gauge", "When this instance was started, in seconds since 1970.");
    out.sample({}, static_cast<double>(snapshot.startedAt.time_since_epoch().count()) / 1000.0);
    out.family("qcc_build_info", "gauge", "The version that is running.");
    out.sample({{"version", snapshot.version}}, 1);
}

} // namespace

QByteArray metricsText(const ProxySnapshot &snapshot, const TrafficCounters &counters)
{
    MetricsWriter out;
    writeTraffic(out, counters);
    writeAttempts(out, snapshot, counters);
    writeTokens(out, snapshot, counters);
    writeFirstBytes(out, counters.firstBytes());
    writeConfigs(out, snapshot);
    writeEndpoints(out, snapshot);
    writeInstance(out, snapshot);
    return out.takeText();
}

} // namespace qcc
