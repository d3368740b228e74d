// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/snapshot_json.h"

#include "app/control/enum_words.h"
#include "app/control/message_json.h"
#include "models/domain/decision_json.h"
#include "models/domain/field_reader.h"
#include "models/domain/health_json.h"

namespace qcc {

namespace {

QJsonObject toJson(const ModelHoldSnapshot &hold);
QJsonObject toJson(const EndpointSnapshot &endpoint);
QJsonObject toJson(const ConfigSnapshot &config);
QJsonObject toJson(const ChannelSnapshot &channel);

template <typename T> QJsonArray listOf(const std::vector<T> &values)
{
    QJsonArray list;
    for (const T &value : values)
        list << toJson(value);
    return list;
}

QJsonObject toJson(const ModelHoldSnapshot &hold)
{
    return {{QStringLiteral("model"), hold.model},
            {QStringLiteral("missing"), hold.missing},
            {QStringLiteral("until"), toIso(hold.until)}};
}

Result<ModelHoldSnapshot> holdFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ModelHoldSnapshot hold;
    hold.model = in.text(QLatin1StringView("model"));
    hold.missing = in.flag(QLatin1StringView("missing"));
    hold.until = in.moment(QLatin1StringView("until"));
    return in.result(hold);
}

QJsonObject toJson(const EndpointSnapshot &endpoint)
{
    QJsonObject object{{QStringLiteral("config"), endpoint.config},
                       {QStringLiteral("id"), endpoint.id.value},
                       {QStringLiteral("name"), endpoint.name},
                       {QStringLiteral("condition"), toWord(endpoint.condition)},
                       {QStringLiteral("consecutive_failures"), endpoint.consecutiveFailures},
                       {QStringLiteral("last_outcome"), toWord(endpoint.lastOutcome)},
                       {QStringLiteral("last_status"), endpoint.lastStatus},
                       {QStringLiteral("health"), toJson(endpoint.health)},
                       {QStringLiteral("model_holds"), listOf(endpoint.modelHolds)}};
    if (endpoint.until)
        object.insert(QStringLiteral("until"), toIso(*endpoint.until));
    return object;
}

Result<EndpointSnapshot> endpointFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    EndpointSnapshot endpoint;
    endpoint.config = in.text(QLatin1StringView("config"));
    endpoint.id.value = in.text(QLatin1StringView("id"));
    endpoint.name = in.text(QLatin1StringView("name"));
    endpoint.condition = in.word(QLatin1StringView("condition"), conditionFromWord);
    endpoint.until = in.optionalMoment(QLatin1StringView("until"));
    endpoint.consecutiveFailures = int(in.count(QLatin1StringView("consecutive_failures")));
    endpoint.lastOutcome = in.word(QLatin1StringView("last_outcome"), outcomeFromWord);
    endpoint.lastStatus = int(in.count(QLatin1StringView("last_status")));
    endpoint.health = in.nested(QLatin1StringView("health"), endpointHealthFromJson);
    endpoint.modelHolds = in.nestedList(QLatin1StringView("model_holds"), holdFromJson);
    return in.result(endpoint);
}

QJsonObject toJson(const ConfigSnapshot &config)
{
    QJsonObject object{{QStringLiteral("config"), config.config},
                       {QStringLiteral("priority"), toWord(config.priority)},
                       {QStringLiteral("group_enabled"), config.groupEnabled},
                       {QStringLiteral("health"), toJson(config.health)}};
    if (config.latency)
        object.insert(QStringLiteral("latency_ms"), qint64(config.latency->count()));
    return object;
}

Result<ConfigSnapshot> configFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ConfigSnapshot config;
    config.config = in.text(QLatin1StringView("config"));
    config.priority = in.word(QLatin1StringView("priority"), priorityFromWord);
    config.groupEnabled = in.flag(QLatin1StringView("group_enabled"));
    config.health = in.nested(QLatin1StringView("health"), configHealthFromJson);
    if (in.has(QLatin1StringView("latency_ms")))
        config.latency = milliseconds(in.count(QLatin1StringView("latency_ms")));
    return in.result(config);
}

QJsonObject toJson(const ChannelSnapshot &channel)
{
    QJsonObject object{{QStringLiteral("id"), channel.id},
                       {QStringLiteral("name"), channel.name},
                       {QStringLiteral("trouble"), channel.trouble},
                       {QStringLiteral("waiting"), channel.waiting}};
    insertMoment(object, QLatin1StringView("last_sent"), channel.lastSent);
    insertMoment(object, QLatin1StringView("failing_since"), channel.failingSince);
    return object;
}

Result<ChannelSnapshot> channelFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ChannelSnapshot channel;
    channel.id = in.text(QLatin1StringView("id"));
    channel.name = in.text(QLatin1StringView("name"));
    channel.lastSent = in.optionalMoment(QLatin1StringView("last_sent"));
    channel.failingSince = in.optionalMoment(QLatin1StringView("failing_since"));
    channel.trouble = in.text(QLatin1StringView("trouble"));
    channel.waiting = int(in.count(QLatin1StringView("waiting")));
    return in.result(channel);
}

QJsonObject toJson(const FailoverSnapshot &failover)
{
    QJsonObject object{{QStringLiteral("active"), failover.active},
                       {QStringLiteral("active_since"), toIso(failover.activeSince)},
                       {QStringLiteral("pinned"), failover.pinned},
                       {QStringLiteral("switches_in_hour"), failover.switchesInHour},
                       {QStringLiteral("network_down"), failover.networkDown},
                       {QStringLiteral("monitoring"), failover.monitoring},
                       {QStringLiteral("configs"), listOf(failover.configs)},
                       {QStringLiteral("alerts"), listOf(failover.alerts)},
                       {QStringLiteral("standing"), toJson(failover.standing)}};
    if (failover.activePriority)
        object.insert(QStringLiteral("active_priority"), toWord(*failover.activePriority));
    insertMoment(object, QLatin1StringView("pinned_until"), failover.pinnedUntil);
    insertMoment(object, QLatin1StringView("cool_down_until"), failover.coolDownUntil);
    insertMoment(object, QLatin1StringView("recovery_at"), failover.recoveryAt);
    return object;
}

Result<FailoverSnapshot> failoverFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    FailoverSnapshot failover;
    failover.active = in.text(QLatin1StringView("active"));
    failover.activeSince = in.moment(QLatin1StringView("active_since"));
    failover.activePriority = in.optionalWord(QLatin1StringView("active_priority"), priorityFromWord);
    failover.pinned = in.flag(QLatin1StringView("pinned"));
    failover.pinnedUntil = in.optionalMoment(QLatin1StringView("pinned_until"));
    failover.coolDownUntil = in.optionalMoment(QLatin1StringView("cool_down_until"));
    failover.recoveryAt = in.optionalMoment(QLatin1StringView("recovery_at"));
    failover.switchesInHour = int(in.count(QLatin1StringView("switches_in_hour")));
    failover.networkDown = in.flag(QLatin1StringView("network_down"));
    failover.monitoring = in.flag(QLatin1StringView("monitoring"));
    failover.configs = in.nestedList(QLatin1StringView("configs"), configFromJson);
    failover.alerts = in.nestedList(QLatin1StringView("alerts"), alertFromJson);
    failover.standing = in.nested(QLatin1StringView("standing"), decisionFromJson);
    return in.result(failover);
}

/// A refusal as a value, and not as the reason why there is none.
std::optional<Refusal> troubleAt(FieldReader &in, QLatin1StringView key)
{
    if (!in.has(key))
        return std::nullopt;
    std::optional<Refusal> trouble = refusalFromJson(in.object(key));
    if (!trouble)
        in.reject(key);
    return trouble;
}

void alignMoments(const FailoverSnapshot &before, FailoverSnapshot &now)
{
    constexpr seconds kDrift{1};
    now.standing.at = before.standing.at;
    if (before.recoveryAt && now.recoveryAt &&
        std::chrono::abs(*now.recoveryAt - *before.recoveryAt) < kDrift)
        now.recoveryAt = before.recoveryAt;
}

} // namespace

bool isNews(const ProxySnapshot &before, ProxySnapshot now)
{
    alignMoments(before.failover, now.failover);
    return now != before;
}

QJsonObject toJson(const ProxySnapshot &snapshot)
{
    QJsonObject object{{QStringLiteral("home"), snapshot.home},
                       {QStringLiteral("version"), snapshot.version},
                       {QStringLiteral("pid"), snapshot.pid},
                       {QStringLiteral("listen_url"), snapshot.listenUrl},
                       {QStringLiteral("serving"), snapshot.serving},
                       {QStringLiteral("plain_key_file"), snapshot.plainKeyFile},
                       {QStringLiteral("started_at"), toIso(snapshot.startedAt)},
                       {QStringLiteral("active_config"), snapshot.activeConfig},
                       {QStringLiteral("client_connections"), snapshot.clientConnections},
                       {QStringLiteral("running_requests"), snapshot.runningRequests},
                       {QStringLiteral("requests_served"), qint64(snapshot.requestsServed)},
                       {QStringLiteral("requests_failed"), qint64(snapshot.requestsFailed)},
                       {QStringLiteral("spilled_over"), qint64(snapshot.spilledOver)},
                       {QStringLiteral("held_requests"), snapshot.heldRequests},
                       {QStringLiteral("channels"), listOf(snapshot.channels)},
                       {QStringLiteral("endpoints"), listOf(snapshot.endpoints)},
                       {QStringLiteral("failover"), toJson(snapshot.failover)}};
    insertMoment(object, QLatin1StringView("held_until"), snapshot.heldUntil);
    if (snapshot.listenTrouble)
        object.insert(QStringLiteral("listen_trouble"), toJson(*snapshot.listenTrouble));
    if (snapshot.settingsTrouble)
        object.insert(QStringLiteral("settings_trouble"), toJson(*snapshot.settingsTrouble));
    return object;
}

Result<ProxySnapshot> snapshotFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ProxySnapshot snapshot;
    snapshot.home = in.text(QLatin1StringView("home"));
    snapshot.version = in.text(QLatin1StringView("version"));
    snapshot.pid = in.count(QLatin1StringView("pid"));
    snapshot.listenUrl = in.text(QLatin1StringView("listen_url"));
    snapshot.serving = in.flag(QLatin1StringView("serving"));
    snapshot.listenTrouble = troubleAt(in, QLatin1StringView("listen_trouble"));
    snapshot.settingsTrouble = troubleAt(in, QLatin1StringView("settings_trouble"));
    snapshot.plainKeyFile = in.text(QLatin1StringView("plain_key_file"));
    snapshot.startedAt = in.moment(QLatin1StringView("started_at"));
    snapshot.activeConfig = in.text(QLatin1StringView("active_config"));
    snapshot.clientConnections = int(in.count(QLatin1StringView("client_connections")));
    snapshot.runningRequests = int(in.count(QLatin1StringView("running_requests")));
    snapshot.requestsServed = quint64(in.count(QLatin1StringView("requests_served")));
    snapshot.requestsFailed = quint64(in.count(QLatin1StringView("requests_failed")));
    snapshot.spilledOver = quint64(in.count(QLatin1StringView("spilled_over")));
    snapshot.heldRequests = int(in.count(QLatin1StringView("held_requests")));
    snapshot.heldUntil = in.optionalMoment(QLatin1StringView("held_until"));
    snapshot.channels = in.nestedList(QLatin1StringView("channels"), channelFromJson);
    snapshot.endpoints = in.nestedList(QLatin1StringView("endpoints"), endpointFromJson);
    snapshot.failover = in.nested(QLatin1StringView("failover"), failoverFromJson);
    return in.result(snapshot);
}

} // namespace qcc
