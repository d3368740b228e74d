// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/json_layout.h"

namespace qcc {

namespace {

constexpr QByteArrayView kBlank(" \t\r\n");

/// Where the white space before @p offset begins.
qsizetype blankStart(QByteArrayView text, qsizetype offset)
{
    while (offset > 0 && kBlank.contains(text[offset - 1]))
        --offset;
    return offset;
}

/// The last line break in @p blank and what follows it; all of it when there is none.
QByteArray lastLine(QByteArrayView blank)
{
    qsizetype start = blank.lastIndexOf('\n');
    if (start > 0 && blank[start - 1] == '\r')
        --start;
    return blank.sliced(std::max(start, qsizetype{0})).toByteArray();
}

QByteArray lineBreakOf(QByteArrayView text)
{
    return text.contains(QByteArrayView("\r\n")) ? QByteArray("\r\n") : QByteArray("\n");
}

QByteArray indentationOf(const QByteArray &before)
{
    return before.sliced(before.lastIndexOf('\n') + 1);
}

/// The white space and the colon between a name and its value, unless there is more than that.
QByteArray colonOf(QByteArrayView text, const JsonElement &member, const QByteArray &otherwise)
{
    const QByteArrayView between = JsonSpan{member.key->end, member.value.begin}.in(text);
    const bool plain =
        std::all_of(between.begin(), between.end(), [](char c) { return c == ' ' || c == '\t' || c == ':'; });
    return plain ? between.toByteArray() : otherwise;
}

QByteArray inserted(const QByteArray &before, const QByteArrayList &elements)
{
    return before + elements.join(',' + before);
}

ByteEdits fillingEmpty(QByteArrayView text, const JsonContainer &container, const JsonLayout &parent,
                       const QByteArrayList &elements)
{
    const JsonLayout layout = parent.deeper();
    const QByteArrayView rest = JsonSpan{container.contentEnd, container.span.end - 1}.in(text);
    const bool comments = container.contentEnd > container.span.begin + 1;
    const QByteArray before = comments && !layout.inLines() ? lineBreakOf(text) : layout.before;
    const QByteArray after = layout.inLines() && !rest.contains('\n') ? parent.before : QByteArray();
    return {{container.contentEnd, {}, inserted(before, elements) + after}};
}

} // namespace

JsonLayout JsonLayout::deeper() const
{
    return {inLines() ? before + unit : before, colon, unit};
}

JsonLayout usualLayout(QByteArrayView text)
{
    return {lineBreakOf(text), ": ", "  "};
}

JsonLayout layoutOf(QByteArrayView text, const JsonContainer &container, const JsonLayout &otherwise)
{
    if (container.elements.empty())
        return otherwise.deeper();
    const JsonElement &last = container.elements.back();
    const qsizetype begin = last.begin();
    JsonLayout layout = otherwise;
    layout.before = lastLine(JsonSpan{blankStart(text, begin), begin}.in(text));
    if (last.key)
        layout.colon = colonOf(text, last, otherwise.colon);
    if (layout.inLines()) {
        const QByteArray outer = indentationOf(otherwise.before);
        const QByteArray inner = indentationOf(layout.before);
        layout.unit = inner.startsWith(outer) ? inner.sliced(outer.size()) : otherwise.unit;
    }
    return layout;
}

QByteArray newContainer(const JsonLayout &parent, QByteArrayView brackets, const QByteArrayList &elements)
{
    return brackets.first(1).toByteArray() + inserted(parent.deeper().before, elements) + parent.before +
           brackets.last(1).toByteArray();
}

ByteEdits appending(QByteArrayView text, const JsonContainer &container, const JsonLayout &parent,
                    const QByteArrayList &elements)
{
    if (container.elements.empty())
        return fillingEmpty(text, container, parent, elements);
    const qsizetype lastEnd = container.elements.back().value.end;
    const bool trailing = container.commas.size() >= container.elements.size();
    const qsizetype behind = trailing ? container.commas.back() + 1 : lastEnd;
    JsonLayout layout = layoutOf(text, container, parent);
    if (container.contentEnd > behind && !layout.inLines())
        layout.before = lineBreakOf(text); // a comment may run to the end of its line
    const QByteArray added = inserted(layout.before, elements);
    if (trailing)
        return {{container.contentEnd, {}, added}};
    if (container.contentEnd == lastEnd)
        return {{lastEnd, {}, ',' + added}};
    return {{lastEnd, {}, ","}, {container.contentEnd, {}, added}};
}

bool hasComments(QByteArrayView text, const JsonContainer &container)
{
    qsizetype at = container.span.begin + 1;
    for (const JsonElement &element : container.elements) {
        if (JsonSpan{at, element.begin()}.in(text).contains('/'))
            return true;
        at = element.value.end;
    }
    return JsonSpan{at, container.span.end}.in(text).contains('/');
}

ByteEdits takingOut(QByteArrayView text, const JsonContainer &container, const std::set<size_t> &indices)
{
    std::map<qsizetype, qsizetype> spans; // begin, end
    std::optional<size_t> lastKept;
    for (size_t i = 0; i < container.elements.size(); ++i) {
        if (!indices.contains(i)) {
            lastKept = i;
            continue;
        }
        const JsonElement &element = container.elements[i];
        const qsizetype space = blankStart(text, element.begin());
        const qsizetype token = i == 0 ? container.span.begin : container.commas[i - 1];
        // Behind a comment the line break stays: what follows would become part of the comment.
        spans[space == token + 1 ? space : element.begin()] = element.value.end;
        const std::optional<size_t> comma = i < container.commas.size() ? std::optional(i) : lastKept;
        if (comma)
            spans[container.commas[*comma]] = container.commas[*comma] + 1;
    }
    const bool nothingLeft = indices.size() == container.elements.size();
    if (nothingLeft && !hasComments(text, container) &&
        container.contentEnd == container.elements.back().value.end)
        spans[container.contentEnd] = container.span.end - 1;
    ByteEdits edits;
    for (const auto &[begin, end] : spans)
        if (end > begin)
            edits.push_back({begin, JsonSpan{begin, end}.in(text).toByteArray(), {}});
    return edits;
}

} // namespace qcc
