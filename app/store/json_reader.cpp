// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/json_reader.h"

#include <cmath>

namespace qcc {

JsonNode JsonNode::member(const QString &name) const
{
    JsonPath path = m_path;
    path.emplace_back(name);
    if (!isMissing() && !m_value.isObject())
        fail(QStringLiteral("an object { … } is needed"));
    return {m_reader, m_value.toObject().value(name), std::move(path)};
}

std::vector<JsonNode> JsonNode::elements() const
{
    std::vector<JsonNode> nodes;
    if (!isMissing() && !m_value.isArray())
        fail(QStringLiteral("a list [ … ] is needed"));
    for (const QJsonValue &element : m_value.toArray()) {
        JsonPath path = m_path;
        path.emplace_back(static_cast<qsizetype>(nodes.size()));
        nodes.emplace_back(m_reader, element, std::move(path));
    }
    return nodes;
}

QString JsonNode::text(const QString &otherwise) const
{
    if (!isMissing() && !m_value.isString())
        fail(QStringLiteral("a text in quotes is needed"));
    return m_value.toString(otherwise);
}

bool JsonNode::flag(bool otherwise) const
{
    if (!isMissing() && !m_value.isBool())
        fail(QStringLiteral("true or false is needed"));
    return m_value.toBool(otherwise);
}

double JsonNode::number(double otherwise, double least, double most) const
{
    if (isMissing())
        return otherwise;
    const double number = m_value.toDouble();
    if (m_value.isDouble() && number >= least && number <= most)
        return number;
    fail(QStringLiteral("a number from %1 to %2 is needed").arg(least).arg(most));
    return otherwise;
}

qint64 JsonNode::whole(qint64 otherwise, qint64 least, qint64 most) const
{
    if (isMissing())
        return otherwise;
    const double number = m_value.toDouble();
    const auto low = static_cast<double>(least);
    if (m_value.isDouble() && number >= low && number <= static_cast<double>(most) &&
        std::trunc(number) == number)
        return static_cast<qint64>(number);
    fail(QStringLiteral("a whole number from %1 to %2 is needed").arg(least).arg(most));
    return otherwise;
}

} // namespace qcc
