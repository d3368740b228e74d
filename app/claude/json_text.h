// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace qcc {

/// What a program takes for JSON.
enum class JsonDialect {
    Strict,      ///< RFC 8259, as Claude Code reads its settings
    WithComments ///< comments and a comma after the last value too, as the editors of the VS Code family do
};

/// Where a text stops being what its reader takes, and why.
struct JsonFault
{
    qsizetype offset = 0; ///< bytes
    QString reason;
};

/// None: the whole of @p text is well formed UTF-8 and JSON, or blank. A byte order mark before it is
/// permitted.
std::optional<JsonFault> faultIn(QByteArrayView text, JsonDialect dialect);

/// Bytes of a text, from begin up to but not including end.
struct JsonSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArrayView in(QByteArrayView text) const { return text.sliced(begin, end - begin); }
};

/// A member of an object, or an element of an array.
struct JsonElement
{
    std::optional<JsonSpan> key; ///< with its quotes; none in an array
    JsonSpan value;
    qsizetype begin() const { return key ? key->begin : value.begin; }
};

/// An object or array with what is directly in it.
struct JsonContainer
{
    JsonSpan span;            ///< from the opening bracket to behind the closing one
    qsizetype contentEnd = 0; ///< behind the last bracket, value, comma or comment before the closing bracket
    std::vector<JsonElement> elements;
    std::vector<qsizetype> commas; ///< one more than between the elements: the last one trails
    bool isObject = true;
};

/// Where the document's value begins; none in a blank text. @p text has no fault.
std::optional<qsizetype> rootOf(QByteArrayView text, JsonDialect dialect);
/// The container that begins at @p offset; none when another kind of value does.
std::optional<JsonContainer> containerAt(QByteArrayView text, qsizetype offset, JsonDialect dialect);
/// The text that a string's bytes stand for; none when the value is no string.
std::optional<QString> stringIn(QByteArrayView text, JsonSpan value);
/// @p value as a JSON string with its quotes.
QByteArray jsonString(const QString &value);

/// The last member @p name of @p object, as parsers take a repeated one.
const JsonElement *lastMember(QByteArrayView text, const JsonContainer &object, const QString &name);

inline constexpr qsizetype kDeepestJson = 512; ///< brackets within brackets; deeper is a fault

} // namespace qcc
