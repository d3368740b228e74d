// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/settings_json.h"

#include "app/control/channel_json.h"
#include "models/domain/endpoint_words.h"
#include "models/domain/field_reader.h"

namespace qcc {

namespace {

QJsonObject toJson(const TimeLimits &limits)
{
    return {{QStringLiteral("connect_ms"), qint64(limits.connect.count())},
            {QStringLiteral("header_ms"), qint64(limits.header.count())},
            {QStringLiteral("idle_ms"), qint64(limits.idle.count())}};
}

QJsonObject toJson(const FailoverPolicy &policy)
{
    return {{QStringLiteral("auto_failover_enabled"), policy.autoFailoverEnabled},
            {QStringLiteral("auto_recovery_enabled"), policy.autoRecoveryEnabled},
            {QStringLiteral("failure_threshold"), policy.failureThreshold},
            {QStringLiteral("success_threshold"), policy.successThreshold},
            {QStringLiteral("check_interval"), qint64(policy.checkInterval.count())},
            {QStringLiteral("cooldown_period"), qint64(policy.cooldownPeriod.count())},
            {QStringLiteral("recovery_delay"), qint64(policy.recoveryDelay.count())},
            {QStringLiteral("max_failovers_per_hour"), policy.maxFailoversPerHour},
            {QStringLiteral("notify_on_failover"), policy.notifyOnFailover},
            {QStringLiteral("notify_on_recovery"), policy.notifyOnRecovery},
            {QStringLiteral("spill_over_enabled"), policy.spillOverEnabled}};
}

Result<FailoverPolicy> policyFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    FailoverPolicy policy;
    policy.autoFailoverEnabled = in.flag(QLatin1StringView("auto_failover_enabled"));
    policy.autoRecoveryEnabled = in.flag(QLatin1StringView("auto_recovery_enabled"));
    policy.failureThreshold = int(in.count(QLatin1StringView("failure_threshold")));
    policy.successThreshold = int(in.count(QLatin1StringView("success_threshold")));
    policy.checkInterval = seconds(in.count(QLatin1StringView("check_interval")));
    policy.cooldownPeriod = seconds(in.count(QLatin1StringView("cooldown_period")));
    policy.recoveryDelay = seconds(in.count(QLatin1StringView("recovery_delay")));
    policy.maxFailoversPerHour = int(in.count(QLatin1StringView("max_failovers_per_hour")));
    policy.notifyOnFailover = in.flag(QLatin1StringView("notify_on_failover"));
    policy.notifyOnRecovery = in.flag(QLatin1StringView("notify_on_recovery"));
    policy.spillOverEnabled = in.flag(QLatin1StringView("spill_over_enabled"));
    return in.ok() ? Result<FailoverPolicy>(policy) : in.refusal();
}

/// Adopts one group, in the order of the array.
bool readGroup(const QJsonObject &object, PriorityGroups &groups)
{
    FieldReader in(object);
    const Priority priority = in.word(QLatin1StringView("priority"), priorityFromWord);
    const bool enabled = in.flag(QLatin1StringView("enabled"));
    const QJsonArray names = in.array(QLatin1StringView("config_names"));
    if (!in.ok())
        return false;
    groups.setEnabled(priority, enabled);
    for (const QJsonValue &name : names)
        groups.place(name.toString(), priority);
    return true;
}

} // namespace

QJsonObject toJson(const Endpoint &endpoint)
{
    return {{QStringLiteral("id"), endpoint.id.value},
            {QStringLiteral("name"), endpoint.name},
            {QStringLiteral("url"), endpoint.url.toString(QUrl::FullyEncoded)},
            {QStringLiteral("auth"), toWord(endpoint.auth)},
            {QStringLiteral("http"), toWord(endpoint.http)},
            {QStringLiteral("limits"), toJson(endpoint.limits)},
            {QStringLiteral("proxy"), endpoint.outboundProxy.toString(QUrl::FullyEncoded)},
            {QStringLiteral("ca_file"), endpoint.caFile}};
}

Result<Endpoint> endpointFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    FieldReader limits(in.object(QLatin1StringView("limits")));
    Endpoint endpoint;
    endpoint.id.value = in.text(QLatin1StringView("id"));
    endpoint.name = in.text(QLatin1StringView("name"));
    endpoint.url = QUrl(in.text(QLatin1StringView("url")), QUrl::StrictMode);
    endpoint.auth = in.word(QLatin1StringView("auth"), authFormFromWord);
    endpoint.http = in.word(QLatin1StringView("http"), httpVersionFromWord);
    endpoint.limits.connect = milliseconds(limits.count(QLatin1StringView("connect_ms")));
    endpoint.limits.header = milliseconds(limits.count(QLatin1StringView("header_ms")));
    endpoint.limits.idle = milliseconds(limits.count(QLatin1StringView("idle_ms")));
    endpoint.outboundProxy = QUrl(in.text(QLatin1StringView("proxy")), QUrl::StrictMode);
    endpoint.caFile = in.text(QLatin1StringView("ca_file"));
    if (!limits.ok())
        return limits.refusal();
    return in.ok() ? Result<Endpoint>(endpoint) : in.refusal();
}

QJsonArray toJson(const std::vector<NextPattern> &patterns)
{
    QJsonArray list;
    for (const NextPattern &pattern : patterns) {
        list << QJsonObject{{QStringLiteral("status"), pattern.status},
                            {QStringLiteral("text"), pattern.text}};
    }
    return list;
}

Result<std::vector<NextPattern>> nextPatternsFromJson(const QJsonArray &list)
{
    std::vector<NextPattern> patterns;
    for (const QJsonValue &value : list) {
        FieldReader in(value.toObject());
        const qint64 status = in.count(QLatin1StringView("status"));
        if (status > std::numeric_limits<int>::max())
            in.reject(QLatin1StringView("status"));
        patterns.push_back({static_cast<int>(status), in.text(QLatin1StringView("text"))});
        if (!in.ok())
            return in.refusal();
    }
    return patterns;
}

QJsonObject toJson(const Config &config, std::optional<Priority> priority)
{
    QJsonArray endpoints;
    for (const Endpoint &endpoint : config.endpoints)
        endpoints << toJson(endpoint);
    QJsonObject object{{QStringLiteral("name"), config.name},
                       {QStringLiteral("description"), config.description},
                       {QStringLiteral("endpoints"), endpoints},
                       {QStringLiteral("next_on"), toJson(config.nextPatterns)},
                       {QStringLiteral("model_mappings"), toJson(config.modelMappings)},
                       {QStringLiteral("extra_headers"), toJson(config.extraHeaders)}};
    if (priority)
        object.insert(QStringLiteral("priority"), toWord(*priority));
    return object;
}

Result<Config> configFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    Config config{in.text(QLatin1StringView("name")), in.text(QLatin1StringView("description")), {}};
    Result<std::vector<NextPattern>> patterns = nextPatternsFromJson(in.array(QLatin1StringView("next_on")));
    if (!patterns)
        return patterns.refusal();
    config.nextPatterns = std::move(patterns).value();
    config.modelMappings = in.nestedList(QLatin1StringView("model_mappings"), modelMappingFromJson);
    config.extraHeaders = in.nestedList(QLatin1StringView("extra_headers"), extraHeaderFromJson);
    for (const QJsonValue &value : in.array(QLatin1StringView("endpoints"))) {
        Result<Endpoint> endpoint = endpointFromJson(value.toObject());
        if (!endpoint)
            return endpoint.refusal();
        config.endpoints.push_back(std::move(endpoint).value());
    }
    return in.ok() ? Result<Config>(config) : in.refusal();
}

QJsonArray toJson(const std::vector<ModelMapping> &mappings)
{
    QJsonArray list;
    for (const ModelMapping &mapping : mappings)
        list << QJsonObject{{QStringLiteral("from"), mapping.from}, {QStringLiteral("to"), mapping.to}};
    return list;
}

Result<ModelMapping> modelMappingFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ModelMapping mapping{in.text(QLatin1StringView("from")), in.text(QLatin1StringView("to"))};
    return in.result(std::move(mapping));
}

QJsonArray toJson(const std::vector<ExtraHeader> &headers)
{
    QJsonArray list;
    for (const ExtraHeader &header : headers)
        list << QJsonObject{{QStringLiteral("name"), header.name}, {QStringLiteral("value"), header.value}};
    return list;
}

Result<ExtraHeader> extraHeaderFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ExtraHeader header{in.text(QLatin1StringView("name")), in.text(QLatin1StringView("value"))};
    return in.result(std::move(header));
}

QJsonObject toJson(const HistoryRetention &retention)
{
    return {{QStringLiteral("keep_requests_days"), retention.requestDays}};
}

Result<HistoryRetention> retentionFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    const qint64 days = in.count(QLatin1StringView("keep_requests_days"));
    if (days > std::numeric_limits<int>::max())
        in.reject(QLatin1StringView("keep_requests_days"));
    return in.result(HistoryRetention{static_cast<int>(days)});
}

QJsonObject toJson(const PriorityGroup &group)
{
    QJsonArray names;
    for (const QString &name : group.configNames)
        names << name;
    return {{QStringLiteral("priority"), toWord(group.priority)},
            {QStringLiteral("enabled"), group.enabled},
            {QStringLiteral("config_names"), names}};
}

QJsonObject toJson(const Settings &settings)
{
    QJsonArray configs;
    for (const Config &config : settings.configs)
        configs << toJson(config, settings.groups.priorityOf(config.name));
    QJsonArray groups;
    for (const PriorityGroup &group : settings.groups.all())
        groups << toJson(group);
    QJsonArray channels;
    for (const AlertChannel &channel : settings.channels)
        channels << toJson(channel);
    return {{QStringLiteral("configs"), configs},
            {QStringLiteral("groups"), groups},
            {QStringLiteral("policy"), toJson(settings.policy)},
            {QStringLiteral("history"), toJson(settings.retention)},
            {QStringLiteral("alert_channels"), channels},
            {QStringLiteral("active_config"), settings.activeConfig}};
}

Result<Settings> settingsFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    Settings settings;
    for (const QJsonValue &value : in.array(QLatin1StringView("configs"))) {
        Result<Config> config = configFromJson(value.toObject());
        if (!config)
            return config.refusal();
        settings.configs.push_back(std::move(config).value());
    }
    for (const QJsonValue &value : in.array(QLatin1StringView("groups"))) {
        if (!readGroup(value.toObject(), settings.groups))
            in.reject(QLatin1StringView("groups"));
    }
    const Result<FailoverPolicy> policy = policyFromJson(in.object(QLatin1StringView("policy")));
    settings.retention = in.nested(QLatin1StringView("history"), retentionFromJson);
    settings.channels = in.nestedList(QLatin1StringView("alert_channels"), channelFromJson);
    settings.activeConfig = in.text(QLatin1StringView("active_config"));
    if (!in.ok())
        return in.refusal();
    if (!policy)
        return policy.refusal();
    settings.policy = *policy;
    return settings;
}

} // namespace qcc
