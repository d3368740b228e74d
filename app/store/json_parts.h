// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/json_reader.h"
#include "models/domain/result.h"

#include <algorithm>

namespace qcc {

/// What reading and rewriting the settings files has in common beyond JsonReader.

/// The value, or a fault at @p node that says why not.
template <typename T> T accept(const JsonNode &node, Result<T> checked)
{
    if (checked)
        return std::move(checked).value();
    const QString &detail = checked.refusal().detail;
    node.fail(detail.isEmpty() ? QStringLiteral("it is empty") : detail);
    return T();
}

/// The first object of the list that @p matches; empty when there is none.
template <typename Matches> QJsonObject findObject(const QJsonArray &list, const Matches &matches)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const QJsonValue &v) { return matches(v); });
    return it == list.end() ? QJsonObject() : it->toObject();
}

inline QString memberText(const QJsonValue &object, const QString &name)
{
    return object[name].toString().trimmed();
}

/// An empty text or list is left out of the file.
template <typename Value> void setOrRemove(QJsonObject &object, const QString &key, const Value &value)
{
    if (value.isEmpty())
        object.remove(key);
    else
        object.insert(key, value);
}

} // namespace qcc
