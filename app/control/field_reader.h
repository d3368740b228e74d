// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qcc {

/// Reads the fields of one JSON object and remembers the first one that is missing or of the wrong kind, so
/// that a decoder can read all its fields and ask once. Unknown fields are ignored.
class FieldReader
{
public:
    explicit FieldReader(QJsonObject object) : m_object(std::move(object)) {}

    bool has(QLatin1StringView key) const { return m_object.contains(key); }
    QString text(QLatin1StringView key);
    std::optional<QString> optionalText(QLatin1StringView key);
    /// A whole number from 0 to 2^53.
    qint64 count(QLatin1StringView key);
    bool flag(QLatin1StringView key);
    QJsonObject object(QLatin1StringView key);
    QJsonArray array(QLatin1StringView key);
    /// ISO 8601.
    TimePoint moment(QLatin1StringView key);
    std::optional<TimePoint> optionalMoment(QLatin1StringView key);
    void reject(QLatin1StringView key);

    /// An enum by its word; @p parse gives none for an unknown word.
    template <typename Parse> auto word(QLatin1StringView key, Parse parse)
    {
        const auto parsed = parse(text(key));
        if (!parsed)
            reject(key);
        return parsed.value_or(typename decltype(parsed)::value_type{});
    }

    bool ok() const { return m_problem.isEmpty(); }
    /// ProtocolError, naming the field.
    Refusal refusal() const;

private:
    QJsonObject m_object;
    QString m_problem;
};

QString toIso(TimePoint moment);
std::optional<TimePoint> fromIso(const QString &text);

} // namespace qcc
