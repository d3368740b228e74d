// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>

#include <variant>

namespace qcc {

/// A way into a JSON document: member names and array positions.
using JsonPath = std::vector<std::variant<QString, qsizetype>>;

/// "configs[0].endpoints[1].url".
QString toText(const JsonPath &path);

/// The object in @p text, or FileBroken with "line L, column C: reason" (columns count characters from 1).
Result<QJsonObject> parseJsonObject(const QString &file, const QByteArray &text);

/// FileBroken for the value at @p path of a @p text that parseJsonObject() accepts: "line 3, column 9:
/// policy.check_interval: reason".
Refusal brokenAt(const QString &file, const QByteArray &text, const JsonPath &path, const QString &reason);

/// Indented, for people; ends with a line break.
QByteArray toJsonText(const QJsonObject &object);

} // namespace qcc
