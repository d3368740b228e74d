// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/field_reader.h"

#include <QDateTime>

namespace qcc {

QString FieldReader::text(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        reject(key);
    return value.toString();
}

std::optional<QString> FieldReader::optionalText(QLatin1StringView key)
{
    return has(key) ? std::optional(text(key)) : std::nullopt;
}

qint64 FieldReader::count(QLatin1StringView key)
{
    const qint64 number = m_object.value(key).toInteger(-1);
    if (number < 0)
        reject(key);
    return std::max<qint64>(number, 0);
}

qint64 FieldReader::number(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    // What is no whole number gives the default, whichever.
    if (value.toInteger(0) != value.toInteger(1))
        reject(key);
    return value.toInteger(0);
}

bool FieldReader::flag(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        reject(key);
    return value.toBool();
}

QJsonObject FieldReader::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        reject(key);
    return value.toObject();
}

QJsonArray FieldReader::array(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        reject(key);
    return value.toArray();
}

TimePoint FieldReader::moment(QLatin1StringView key)
{
    return word(key, fromIso);
}

std::optional<TimePoint> FieldReader::optionalMoment(QLatin1StringView key)
{
    return has(key) ? std::optional(moment(key)) : std::nullopt;
}

void FieldReader::reject(QLatin1StringView key)
{
    if (m_problem.isEmpty())
        m_problem = QString(key);
}

Refusal FieldReader::refusal() const
{
    return {RefusalCode::ProtocolError, QStringLiteral("field \"%1\"").arg(m_problem), QString()};
}

void insertMoment(QJsonObject &object, QLatin1StringView key, const std::optional<TimePoint> &moment)
{
    if (moment)
        object.insert(key, toIso(*moment));
}

void insertCount(QJsonObject &object, QLatin1StringView key, int count)
{
    if (count != 0)
        object.insert(key, count);
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
