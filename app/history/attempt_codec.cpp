// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/attempt_codec.h"

#include "models/domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace qcc {

namespace {

bool isDefault(const QJsonValue &value)
{
    return value.isString() ? value.toString().isEmpty() : value.toInteger() == 0;
}

QJsonArray encode(const AttemptRecord &attempt, const std::function<qint64(const QString &)> &idOf)
{
    const Outcome &outcome = attempt.outcome;
    QJsonArray fields{idOf(attempt.config),
                      idOf(attempt.endpoint.value),
                      idOf(attempt.endpointName),
                      qint64(attempt.duration.count()),
                      idOf(toWord(outcome.kind)),
                      idOf(toWord(outcome.effect)),
                      outcome.status,
                      outcome.fault == TransportFault::None ? 0 : idOf(toWord(outcome.fault)),
                      outcome.tryNext ? 1 : 0,
                      outcome.until ? qint64(outcome.until->time_since_epoch().count()) : 0,
                      outcome.errorType,
                      attempt.model.isEmpty() ? 0 : idOf(QString::fromUtf8(attempt.model))};
    while (!fields.isEmpty() && isDefault(fields.last()))
        fields.removeLast();
    return fields;
}

AttemptRecord decode(const QJsonArray &fields, const QHash<qint64, QString> &names)
{
    const auto number = [&](int index) { return fields.at(index).toInteger(); };
    const auto name = [&](int index) { return names.value(number(index)); };
    AttemptRecord attempt;
    attempt.config = name(0);
    attempt.endpoint.value = name(1);
    attempt.endpointName = name(2);
    attempt.duration = milliseconds(number(3));
    attempt.outcome.kind = outcomeFromWord(name(4)).value_or(OutcomeKind::Success);
    attempt.outcome.effect = healthEffectFromWord(name(5)).value_or(HealthEffect::Neutral);
    attempt.outcome.status = int(number(6));
    attempt.outcome.fault = transportFaultFromWord(name(7)).value_or(TransportFault::None);
    attempt.outcome.tryNext = number(8) != 0;
    if (number(9) != 0)
        attempt.outcome.until = TimePoint(milliseconds(number(9)));
    attempt.outcome.errorType = fields.at(10).toString();
    attempt.model = name(11).toUtf8();
    return attempt;
}

} // namespace

QString encodeAttempts(const std::vector<AttemptRecord> &attempts,
                       const std::function<qint64(const QString &)> &idOf)
{
    QJsonArray all;
    for (const AttemptRecord &attempt : attempts)
        all << encode(attempt, idOf);
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::vector<AttemptRecord> decodeAttempts(const QByteArray &text, const QHash<qint64, QString> &names)
{
    std::vector<AttemptRecord> attempts;
    for (const QJsonValue &value : QJsonDocument::fromJson(text).array()) {
        if (value.isArray())
            attempts.push_back(decode(value.toArray(), names));
    }
    return attempts;
}

} // namespace qcc
