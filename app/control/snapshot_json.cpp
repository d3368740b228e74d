// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/snapshot_json.h"

#include "app/control/enum_words.h"
#include "app/control/field_reader.h"

namespace qcc {

namespace {

QJsonObject toJson(const EndpointSnapshot &endpoint)
{
    QJsonObject object{{QStringLiteral("config"), endpoint.config},
                       {QStringLiteral("id"), endpoint.id.value},
                       {QStringLiteral("name"), endpoint.name},
                       {QStringLiteral("condition"), toWord(endpoint.condition)},
                       {QStringLiteral("consecutive_failures"), endpoint.consecutiveFailures},
                       {QStringLiteral("last_outcome"), toWord(endpoint.lastOutcome)},
                       {QStringLiteral("last_status"), endpoint.lastStatus}};
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
    return in.ok() ? Result<EndpointSnapshot>(endpoint) : in.refusal();
}

} // namespace

QJsonObject toJson(const ProxySnapshot &snapshot)
{
    QJsonArray endpoints;
    for (const EndpointSnapshot &endpoint : snapshot.endpoints)
        endpoints << toJson(endpoint);
    return {{QStringLiteral("home"), snapshot.home},
            {QStringLiteral("version"), snapshot.version},
            {QStringLiteral("pid"), snapshot.pid},
            {QStringLiteral("listen_url"), snapshot.listenUrl},
            {QStringLiteral("started_at"), toIso(snapshot.startedAt)},
            {QStringLiteral("active_config"), snapshot.activeConfig},
            {QStringLiteral("client_connections"), snapshot.clientConnections},
            {QStringLiteral("running_requests"), snapshot.runningRequests},
            {QStringLiteral("requests_served"), qint64(snapshot.requestsServed)},
            {QStringLiteral("requests_failed"), qint64(snapshot.requestsFailed)},
            {QStringLiteral("spilled_over"), qint64(snapshot.spilledOver)},
            {QStringLiteral("endpoints"), endpoints}};
}

Result<ProxySnapshot> snapshotFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ProxySnapshot snapshot;
    snapshot.home = in.text(QLatin1StringView("home"));
    snapshot.version = in.text(QLatin1StringView("version"));
    snapshot.pid = in.count(QLatin1StringView("pid"));
    snapshot.listenUrl = in.text(QLatin1StringView("listen_url"));
    snapshot.startedAt = in.moment(QLatin1StringView("started_at"));
    snapshot.activeConfig = in.text(QLatin1StringView("active_config"));
    snapshot.clientConnections = int(in.count(QLatin1StringView("client_connections")));
    snapshot.runningRequests = int(in.count(QLatin1StringView("running_requests")));
    snapshot.requestsServed = quint64(in.count(QLatin1StringView("requests_served")));
    snapshot.requestsFailed = quint64(in.count(QLatin1StringView("requests_failed")));
    snapshot.spilledOver = quint64(in.count(QLatin1StringView("spilled_over")));
    for (const QJsonValue &value : in.array(QLatin1StringView("endpoints"))) {
        Result<EndpointSnapshot> endpoint = endpointFromJson(value.toObject());
        if (!endpoint)
            return endpoint.refusal();
        snapshot.endpoints.push_back(std::move(endpoint).value());
    }
    return in.ok() ? Result<ProxySnapshot>(snapshot) : in.refusal();
}

} // namespace qcc
