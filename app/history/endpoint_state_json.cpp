// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/endpoint_state_json.h"

#include "models/domain/field_reader.h"
#include "models/domain/health_json.h"
#include "models/domain/words.h"

namespace qcc {

namespace {

QString toWord(KeyState state)
{
    switch (state) {
    case KeyState::Ok:
        return QStringLiteral("ok");
    case KeyState::OutOfCredit:
        return QStringLiteral("out-of-credit");
    case KeyState::Rejected:
        return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

std::optional<KeyState> keyStateFromWord(const QString &word)
{
    for (const KeyState state : {KeyState::Ok, KeyState::OutOfCredit, KeyState::Rejected}) {
        if (word == toWord(state))
            return state;
    }
    return std::nullopt;
}

/// Of a ModelHold there are only two.
QString holdWord(SkipReason reason)
{
    return reason == SkipReason::ModelMissing ? QStringLiteral("missing") : QStringLiteral("limited");
}

std::optional<SkipReason> holdFromWord(const QString &word)
{
    for (const SkipReason reason : {SkipReason::ModelMissing, SkipReason::ModelLimited}) {
        if (word == holdWord(reason))
            return reason;
    }
    return std::nullopt;
}

/// The numbers of sources fill 64 bits, which no JSON number does.
QJsonObject toJson(const Breaker::Memory &memory)
{
    QJsonObject object{{QStringLiteral("failures"), memory.failures},
                       {QStringLiteral("sources"), memory.distinctSources},
                       {QStringLiteral("last_source"), QString::number(memory.lastSource)}};
    insertMoment(object, QLatin1StringView("opened_at"), memory.openedAt);
    return object;
}

Result<Breaker::Memory> breakerFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    Breaker::Memory memory;
    memory.failures = int(in.count(QLatin1StringView("failures")));
    memory.distinctSources = int(in.count(QLatin1StringView("sources")));
    memory.lastSource = in.text(QLatin1StringView("last_source")).toULongLong();
    memory.openedAt = in.optionalMoment(QLatin1StringView("opened_at"));
    return in.result(memory);
}

/// A model's name is a client's: any bytes, which Latin-1 keeps one by one.
QJsonObject toJson(const QByteArray &model, const ModelHold &hold)
{
    return {{QStringLiteral("model"), QString::fromLatin1(model)},
            {QStringLiteral("reason"), holdWord(hold.reason)},
            {QStringLiteral("until"), toIso(hold.until)}};
}

Result<std::pair<QByteArray, ModelHold>> holdFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    std::pair<QByteArray, ModelHold> hold;
    hold.first = in.text(QLatin1StringView("model")).toLatin1();
    hold.second.reason = in.word(QLatin1StringView("reason"), holdFromWord);
    hold.second.until = in.moment(QLatin1StringView("until"));
    return in.result(hold);
}

} // namespace

QJsonObject toJson(const EndpointState &state)
{
    QJsonObject object{{QStringLiteral("breaker"), toJson(state.breaker.memory())},
                       {QStringLiteral("key"), toWord(state.key)},
                       {QStringLiteral("last_outcome"), toWord(state.lastOutcome)},
                       {QStringLiteral("last_status"), state.lastStatus},
                       {QStringLiteral("health"), toJson(state.health)}};
    insertMoment(object, QLatin1StringView("key_retry_at"), state.keyRetryAt);
    insertMoment(object, QLatin1StringView("limited_until"), state.limitedUntil);
    QJsonArray holds;
    for (const auto &[model, hold] : state.modelHolds)
        holds << toJson(model, hold);
    if (!holds.isEmpty())
        object.insert(QStringLiteral("model_holds"), holds);
    return object;
}

Result<EndpointState> endpointStateFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    EndpointState state;
    state.breaker = Breaker::fromMemory(in.nested(QLatin1StringView("breaker"), breakerFromJson));
    state.key = in.word(QLatin1StringView("key"), keyStateFromWord);
    state.lastOutcome = in.word(QLatin1StringView("last_outcome"), outcomeFromWord);
    state.lastStatus = int(in.count(QLatin1StringView("last_status")));
    state.health = in.nested(QLatin1StringView("health"), endpointHealthFromJson);
    state.keyRetryAt = in.optionalMoment(QLatin1StringView("key_retry_at"));
    state.limitedUntil = in.optionalMoment(QLatin1StringView("limited_until"));
    if (in.has(QLatin1StringView("model_holds"))) {
        for (const auto &[model, hold] : in.nestedList(QLatin1StringView("model_holds"), holdFromJson))
            state.modelHolds.emplace(model, hold);
    }
    return in.result(state);
}

} // namespace qcc
