// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

namespace qcc {
namespace {

constexpr quint64 kLowBits = 0x0101010101010101ULL;
constexpr quint64 kHighBits = 0x8080808080808080ULL;

/// Not zero when one of the eight bytes equals @p byte (classic zero-byte test).
constexpr quint64 anyByteIs(quint64 word, unsigned char byte)
{
    const quint64 zeroed = word ^ (kLowBits * byte);
    return (zeroed - kLowBits) & ~zeroed & kHighBits;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// The position after the closing quote of the string that opens at @p at, or the text's size.
qsizetype skipString(QByteArrayView text, qsizetype at)
{
    qsizetype i = findQuoteOrEscape(text, at + 1);
    while (i < text.size() && text[i] == '\\')
        i = findQuoteOrEscape(text, std::min(i + 2, text.size()));
    return std::min(i + 1, text.size());
}

/// The position after the value that starts at @p at: behind it stands ',' or the object's '}' or nothing.
qsizetype skipValue(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = skipString(text, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return at;
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        ++at;
    }
    return at;
}

/// Does the raw string, quotes included, stand for @p key? Only one with escapes has to be built for that.
bool names(QByteArrayView raw, QByteArrayView key)
{
    if (!raw.contains('\\'))
        return raw.size() == key.size() + 2 && raw.sliced(1, key.size()) == key && raw.back() == '"';
    const std::optional<QByteArray> name = jsonString(raw);
    return name && *name == key;
}

} // namespace

qsizetype findQuoteOrEscape(QByteArrayView text, qsizetype from)
{
    const char *data = text.data();
    const qsizetype size = text.size();
    qsizetype i = from;
    for (; i + 8 <= size; i += 8) {
        quint64 word;
        std::memcpy(&word, data + i, sizeof word);
        if (anyByteIs(word, '"') | anyByteIs(word, '\\'))
            break;
    }
    while (i < size && data[i] != '"' && data[i] != '\\')
        ++i;
    return i;
}

qsizetype plainAsciiSize(QByteArrayView text)
{
    const char *data = text.data();
    const qsizetype size = text.size();
    qsizetype i = 0;
    for (; i + 8 <= size; i += 8) {
        quint64 word;
        std::memcpy(&word, data + i, sizeof word);
        if (anyByteIs(word, '"') | anyByteIs(word, '\\') | (word & kHighBits))
            break;
    }
    while (i < size && data[i] != '"' && data[i] != '\\' && static_cast<unsigned char>(data[i]) < 0x80)
        ++i;
    return i;
}

std::optional<QByteArrayView> jsonMember(QByteArrayView object, QByteArrayView key)
{
    qsizetype at = skipSpace(object, 0);
    if (at == object.size() || object[at] != '{')
        return std::nullopt;
    for (;;) {
        at = skipSpace(object, at + 1); // past '{' or ','
        if (at >= object.size() || object[at] != '"')
            return std::nullopt;
        const qsizetype keyEnd = skipString(object, at);
        const bool found = names(object.sliced(at, keyEnd - at), key);
        at = skipSpace(object, keyEnd);
        if (at >= object.size() || object[at] != ':')
            return std::nullopt;
        at = skipSpace(object, at + 1);
        const qsizetype valueEnd = skipValue(object, at);
        if (found)
            return object.sliced(at, valueEnd - at).trimmed();
        at = valueEnd;
        if (at >= object.size() || object[at] != ',')
            return std::nullopt;
    }
}

std::optional<QByteArray> jsonString(QByteArrayView raw)
{
    if (raw.size() < 2 || raw.front() != '"' || skipString(raw, 0) != raw.size() || raw.back() != '"')
        return std::nullopt;
    return jsonUnescape(raw.sliced(1, raw.size() - 2));
}

std::optional<QByteArray> jsonUnescape(QByteArrayView inner)
{
    if (!inner.contains('\\'))
        return inner.toByteArray();
    QByteArray document;
    document.reserve(inner.size() + 4);
    document.append("[\"").append(inner).append("\"]");
    const QJsonValue value = QJsonDocument::fromJson(document).array().at(0);
    if (!value.isString())
        return std::nullopt;
    return value.toString().toUtf8();
}

QByteArray jsonQuoted(QByteArrayView text)
{
    QByteArray quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted.append('\\').append(c);
        else if (static_cast<unsigned char>(c) < 0x20)
            quoted.append("\\u00").append(QByteArray(1, c).toHex());
        else
            quoted.append(c);
    }
    return quoted.append('"');
}

} // namespace qcc
