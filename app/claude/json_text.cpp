// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/json_text.h"

#include "app/claude/json_cursor.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace qcc {

namespace {

JsonElement takeElement(JsonCursor &cursor, bool isMember)
{
    JsonElement element;
    if (isMember) {
        const qsizetype begin = cursor.offset();
        cursor.skipString();
        element.key = JsonSpan{begin, cursor.offset()};
        cursor.skipBlank();
        cursor.take(':');
        cursor.skipBlank();
    }
    element.value.begin = cursor.offset();
    cursor.skipValue();
    element.value.end = cursor.offset();
    return element;
}

/// Behind the last byte before @p closing that is no white space.
qsizetype endOfContent(QByteArrayView text, qsizetype closing)
{
    while (QByteArrayView(" \t\r\n").contains(text[closing - 1]))
        --closing;
    return closing;
}

} // namespace

std::optional<qsizetype> rootOf(QByteArrayView text, JsonDialect dialect)
{
    JsonCursor cursor(text, dialect);
    cursor.skipBlank();
    return cursor.atEnd() ? std::nullopt : std::optional(cursor.offset());
}

std::optional<JsonContainer> containerAt(QByteArrayView text, qsizetype offset, JsonDialect dialect)
{
    const char opening = text[offset];
    if (opening != '{' && opening != '[')
        return std::nullopt;
    JsonContainer container;
    container.isObject = opening == '{';
    const char closing = container.isObject ? '}' : ']';
    JsonCursor cursor(text, dialect, offset);
    cursor.step();
    for (cursor.skipBlank(); !cursor.atEnd() && cursor.peek() != closing; cursor.skipBlank()) {
        if (cursor.peek() == ',') {
            container.commas.push_back(cursor.offset());
            cursor.step();
        } else {
            container.elements.push_back(takeElement(cursor, container.isObject));
        }
    }
    container.contentEnd = endOfContent(text, cursor.offset());
    container.span = {offset, cursor.offset() + 1};
    return container;
}

std::optional<QString> stringIn(QByteArrayView text, JsonSpan value)
{
    const QByteArrayView raw = value.in(text);
    if (!raw.startsWith('"'))
        return std::nullopt;
    return QJsonDocument::fromJson("[" + raw.toByteArray() + "]").array().first().toString();
}

QByteArray jsonString(const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

const JsonElement *lastMember(QByteArrayView text, const JsonContainer &object, const QString &name)
{
    const auto found =
        std::find_if(object.elements.rbegin(), object.elements.rend(), [&](const JsonElement &member) {
            return member.key && stringIn(text, *member.key) == name;
        });
    return found == object.elements.rend() ? nullptr : &*found;
}

} // namespace qcc
