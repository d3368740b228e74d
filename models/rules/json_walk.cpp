// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/json_walk.h"

#include "models/rules/json_text.h"

namespace qcc {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype afterSpace(QByteArrayView text, qsizetype at, qsizetype end)
{
    while (at < end && isSpace(text[at]))
        ++at;
    return at;
}

/// @p at: its opening quote.
qsizetype afterString(QByteArrayView text, qsizetype at, qsizetype end)
{
    ++at;
    while (at < end) {
        at = findQuoteOrEscape(text, at);
        if (at >= end)
            break;
        if (text[at] == '"')
            return at + 1;
        at += 2;
    }
    return end;
}

qsizetype afterNested(QByteArrayView text, qsizetype at, qsizetype end)
{
    qsizetype depth = 0;
    while (at < end) {
        const char c = text[at];
        if (c == '"') {
            at = afterString(text, at, end);
            continue;
        }
        ++at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return end;
}

qsizetype afterValue(QByteArrayView text, qsizetype at, qsizetype end)
{
    if (at >= end)
        return end;
    if (text[at] == '"')
        return afterString(text, at, end);
    if (text[at] == '{' || text[at] == '[')
        return afterNested(text, at, end);
    while (at < end && !isSpace(text[at]) && text[at] != ',' && text[at] != '}' && text[at] != ']')
        ++at;
    return at;
}

/// Calls @p take with the beginning of each part between the brackets; it gives the part's end.
template <typename Take> void walk(QByteArrayView text, ByteRange range, char opening, Take take)
{
    if (range.size < 2 || text[range.offset] != opening)
        return;
    const qsizetype end = range.offset + range.size - 1; // its closing bracket
    qsizetype at = afterSpace(text, range.offset + 1, end);
    while (at < end) {
        const qsizetype next = take(at, end);
        at = afterSpace(text, next, end);
        if (at >= end || text[at] != ',')
            return;
        at = afterSpace(text, at + 1, end);
    }
}

} // namespace

ByteRange jsonRoot(QByteArrayView text)
{
    const qsizetype at = afterSpace(text, 0, text.size());
    return {at, afterValue(text, at, text.size()) - at};
}

std::vector<JsonMemberRange> jsonMembers(QByteArrayView text, ByteRange object)
{
    std::vector<JsonMemberRange> members;
    walk(text, object, '{', [&](qsizetype at, qsizetype end) {
        const qsizetype keyEnd = text[at] == '"' ? afterString(text, at, end) : at;
        const qsizetype colon = afterSpace(text, keyEnd, end);
        if (colon >= end || text[colon] != ':')
            return end;
        const qsizetype value = afterSpace(text, colon + 1, end);
        const qsizetype valueEnd = afterValue(text, value, end);
        members.push_back({jsonString(text.sliced(at, keyEnd - at)).value_or(QByteArray()),
                           {at, valueEnd - at},
                           {value, valueEnd - value}});
        return valueEnd;
    });
    return members;
}

std::vector<ByteRange> jsonElements(QByteArrayView text, ByteRange array)
{
    std::vector<ByteRange> elements;
    walk(text, array, '[', [&](qsizetype at, qsizetype end) {
        const qsizetype next = afterValue(text, at, end);
        elements.push_back({at, next - at});
        return std::max(next, at + 1);
    });
    return elements;
}

std::optional<ByteRange> onlyMember(const std::vector<JsonMemberRange> &members, QByteArrayView key)
{
    std::optional<ByteRange> found;
    for (const JsonMemberRange &member : members) {
        if (member.key != key)
            continue;
        if (found)
            return std::nullopt;
        found = member.value;
    }
    return found;
}

QByteArrayView bytesAt(QByteArrayView text, ByteRange range)
{
    return text.sliced(range.offset, range.size);
}

} // namespace qcc
