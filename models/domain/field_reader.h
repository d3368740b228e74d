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

    const QJsonObject &whole() const { return m_object; }
    bool has(QLatin1StringView key) const { return m_object.contains(key); }
    QString text(QLatin1StringView key);
    std::optional<QString> optionalText(QLatin1StringView key);
    /// A whole number from 0 to 2^53.
    qint64 count(QLatin1StringView key);
    /// A whole number from -2^53 to 2^53.
    qint64 number(QLatin1StringView key);
    /// The same; 0 when it is missing.
    int optionalCount(QLatin1StringView key) { return has(key) ? int(count(key)) : 0; }
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

    template <typename Parse> auto optionalWord(QLatin1StringView key, Parse parse)
    {
        using Optional = decltype(parse(QString()));
        return has(key) ? Optional(word(key, parse)) : Optional();
    }

    /// An object by its own decoder, which gives a Result; its fault counts as one of this field.
    template <typename Decode> auto nested(QLatin1StringView key, Decode decode)
    {
        return decoded(key, object(key), decode);
    }
    template <typename Decode> auto optionalNested(QLatin1StringView key, Decode decode)
    {
        using Value = decltype(nested(key, decode));
        return has(key) ? std::optional<Value>(nested(key, decode)) : std::optional<Value>();
    }
    /// An array of objects.
    template <typename Decode> auto nestedList(QLatin1StringView key, Decode decode)
    {
        std::vector<decltype(nested(key, decode))> values;
        for (const QJsonValue &element : array(key))
            values.push_back(decoded(key, element.toObject(), decode));
        return values;
    }

    bool ok() const { return m_problem.isEmpty(); }
    /// @p value when all was well, else refusal().
    template <typename Value> Result<Value> result(Value value) const
    {
        return ok() ? Result<Value>(std::move(value)) : Result<Value>(refusal());
    }
    /// ProtocolError, naming the field.
    Refusal refusal() const;

private:
    template <typename Decode> auto decoded(QLatin1StringView key, const QJsonObject &object, Decode decode)
    {
        auto result = decode(object);
        using Value = std::remove_cvref_t<decltype(result.value())>;
        if (!result)
            reject(key);
        return result ? std::move(result).value() : Value{};
    }

    QJsonObject m_object;
    QString m_problem;
};

/// Leaves the member out when there is none (0 of a count).
void insertMoment(QJsonObject &object, QLatin1StringView key, const std::optional<TimePoint> &moment);
void insertCount(QJsonObject &object, QLatin1StringView key, int count);

/// "2026-11-23T03:36:24.120Z".
QString toIso(TimePoint moment);
/// Any ISO 8601 moment; one without a zone is local time.
std::optional<TimePoint> fromIso(const QString &text);

} // namespace qcc
