// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/state_json.h"

#include "app/history/endpoint_state_json.h"
#include "models/domain/decision_json.h"
#include "models/domain/field_reader.h"

#include <QJsonDocument>

namespace qcc {

namespace {

QJsonObject toJson(const Pin &pin)
{
    QJsonObject object{{QStringLiteral("config"), pin.config}, {QStringLiteral("since"), toIso(pin.since)}};
    insertMoment(object, QLatin1StringView("until"), pin.until);
    return object;
}

Result<Pin> pinFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    Pin pin;
    pin.config = in.text(QLatin1StringView("config"));
    pin.since = in.moment(QLatin1StringView("since"));
    pin.until = in.optionalMoment(QLatin1StringView("until"));
    return in.result(pin);
}

/// A map as an object: the field's decoder is asked for each member.
QJsonObject momentsByName(const std::map<QString, TimePoint> &moments)
{
    QJsonObject object;
    for (const auto &[name, moment] : moments)
        object.insert(name, toIso(moment));
    return object;
}

std::map<QString, TimePoint> readMoments(FieldReader &in, QLatin1StringView key)
{
    std::map<QString, TimePoint> moments;
    const QJsonObject object = in.object(key);
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (const std::optional<TimePoint> moment = fromIso(member->toString()))
            moments.emplace(member.key(), *moment);
        else
            in.reject(key);
    }
    return moments;
}

EndpointStates readEndpoints(FieldReader &in, QLatin1StringView key)
{
    EndpointStates endpoints;
    const QJsonObject object = in.object(key);
    for (auto member = object.begin(); member != object.end(); ++member) {
        Result<EndpointState> state = endpointStateFromJson(member->toObject());
        if (state)
            endpoints.emplace(EndpointId{member.key()}, std::move(state).value());
        else
            in.reject(key);
    }
    return endpoints;
}

QJsonArray toJson(const std::vector<TimePoint> &moments)
{
    QJsonArray array;
    for (const TimePoint moment : moments)
        array << toIso(moment);
    return array;
}

std::vector<TimePoint> readSwitches(FieldReader &in, QLatin1StringView key)
{
    std::vector<TimePoint> moments;
    for (const QJsonValue &value : in.array(key)) {
        if (const std::optional<TimePoint> moment = fromIso(value.toString()))
            moments.push_back(*moment);
        else
            in.reject(key);
    }
    return moments;
}

FailoverState read(FieldReader &in)
{
    FailoverState state;
    state.active = in.text(QLatin1StringView("active"));
    state.activeSince = in.moment(QLatin1StringView("active_since"));
    state.pin = in.optionalNested(QLatin1StringView("pin"), pinFromJson);
    state.lastSwitch = in.optionalMoment(QLatin1StringView("last_switch"));
    state.recentSwitches = readSwitches(in, QLatin1StringView("recent_switches"));
    state.endpoints = readEndpoints(in, QLatin1StringView("endpoints"));
    state.lastDown = readMoments(in, QLatin1StringView("last_down"));
    for (Alert &alert : in.nestedList(QLatin1StringView("alerts"), alertFromJson))
        state.alerts.emplace(std::pair(alert.kind, alert.subject), alert);
    state.awaySince = in.optionalMoment(QLatin1StringView("away_since"));
    state.activeInFile = in.optionalText(QLatin1StringView("active_in_file"));
    state.failureNoted = in.flag(QLatin1StringView("failure_noted"));
    return state;
}

} // namespace

QByteArray toJsonText(const FailoverState &state)
{
    QJsonObject endpoints;
    for (const auto &[id, endpoint] : state.endpoints)
        endpoints.insert(id.value, toJson(endpoint));
    QJsonArray alerts;
    for (const auto &[key, alert] : state.alerts)
        alerts << toJson(alert);
    QJsonObject object{{QStringLiteral("active"), state.active},
                       {QStringLiteral("active_since"), toIso(state.activeSince)},
                       {QStringLiteral("recent_switches"), toJson(state.recentSwitches)},
                       {QStringLiteral("endpoints"), endpoints},
                       {QStringLiteral("last_down"), momentsByName(state.lastDown)},
                       {QStringLiteral("alerts"), alerts},
                       {QStringLiteral("failure_noted"), state.failureNoted}};
    if (state.activeInFile)
        object.insert(QStringLiteral("active_in_file"), *state.activeInFile);
    if (state.pin)
        object.insert(QStringLiteral("pin"), toJson(*state.pin));
    insertMoment(object, QLatin1StringView("last_switch"), state.lastSwitch);
    insertMoment(object, QLatin1StringView("away_since"), state.awaySince);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<FailoverState> failoverStateFromJson(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return Refusal{RefusalCode::ProtocolError, QStringLiteral("not an object"), QString()};
    FieldReader in(document.object());
    FailoverState state = read(in);
    return in.result(std::move(state));
}

} // namespace qcc
