// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/json_reader.h"

#include <QDateTime>

namespace qcc {

QString JsonReader::text(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        reject(key);
    return value.toString();
}

std::optional<QString> JsonReader::optionalText(QLatin1StringView key)
{
    return has(key) ? std::optional(text(key)) : std::nullopt;
}

qint64 JsonReader::count(QLatin1StringView key)
{
    const qint64 number = m_object.value(key).toInteger(-1);
    if (number < 0)
        reject(key);
    return std::max<qint64>(number, 0);
}

bool JsonReader::flag(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        reject(key);
    return value.toBool();
}

QJsonObject JsonReader::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        reject(key);
    return value.toObject();
}

QJsonArray JsonReader::array(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        reject(key);
    return value.toArray();
}

TimePoint JsonReader::moment(QLatin1StringView key)
{
    return word(key, fromIso);
}

std::optional<TimePoint> JsonReader::optionalMoment(QLatin1StringView key)
{
    return has(key) ? std::optional(moment(key)) : std::nullopt;
}

void JsonReader::reject(QLatin1StringView key)
{
    if (m_problem.isEmpty())
        m_problem = QString(key);
}

Refusal JsonReader::refusal() const
{
    return {RefusalCode::ProtocolError, QStringLiteral("field \"%1\"").arg(m_problem), QString()};
}

QString toIso(TimePoint moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

std::optional<TimePoint> fromIso(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return TimePoint(milliseconds(parsed.toMSecsSinceEpoch()));
}

} // namespace qcc
