// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/thinking_blocks.h"

#include "models/rules/json_text.h"
#include "models/rules/json_validity.h"
#include "models/rules/json_walk.h"

namespace qcc {

namespace {

/// In the place of a message's content when nothing else is left of it; Claude Code's own words for that.
constexpr QByteArrayView kNoContent(R"json({"type":"text","text":"(no content)"})json");
constexpr QByteArrayView kDisabled(R"json({"type":"disabled"})json");

/// Lower case, without the marks around names and without the escapes of nested errors.
QByteArray plainWords(QByteArrayView text)
{
    QByteArray words;
    words.reserve(text.size());
    for (const char c : text) {
        if (c != '`' && c != '\'' && c != '"' && c != '\\')
            words.append(c);
    }
    return words.toLower();
}

bool isOneOf(QByteArrayView word, std::initializer_list<QByteArrayView> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The whole repair of one body, part by part.
class Repair
{
public:
    explicit Repair(QByteArrayView body) : m_body(body) {}
    std::optional<ThinkingRepair> make();

private:
    using Members = std::vector<JsonMemberRange>;

    Members members(ByteRange object) const { return jsonMembers(m_body, object); }
    QByteArray text(const Members &of, QByteArrayView key) const;
    QByteArray typeOf(ByteRange block) const { return text(members(block), "type"); }
    bool isThinking(ByteRange block) const;
    void clean(ByteRange message);
    bool endsInsideTurn(const std::vector<ByteRange> &messages) const;
    bool hasToolResult(const Members &message) const;
    void switchOff(const Members &request);
    void dropClearThinking(const Members &request);
    void cut(const std::vector<ByteRange> &parts, const std::vector<bool> &goes, QByteArrayView instead);
    void exchange(ByteRange range, QByteArrayView inserted);

    QByteArrayView m_body;
    ThinkingRepair m_repair;
};

std::optional<ThinkingRepair> Repair::make()
{
    const Members request = members(jsonRoot(m_body));
    const std::optional<ByteRange> list = onlyMember(request, "messages");
    if (!list)
        return std::nullopt;
    const std::vector<ByteRange> messages = jsonElements(m_body, *list);
    for (const ByteRange &message : messages)
        clean(message);
    if (endsInsideTurn(messages))
        switchOff(request);
    if (m_repair.splices.empty())
        return std::nullopt;
    std::sort(m_repair.splices.begin(), m_repair.splices.end(),
              [](const Splice &a, const Splice &b) { return a.offset < b.offset; });
    return std::move(m_repair);
}

/// A member that is a text; empty when it is none.
QByteArray Repair::text(const Members &of, QByteArrayView key) const
{
    const std::optional<ByteRange> value = onlyMember(of, key);
    return value ? jsonString(bytesAt(m_body, *value)).value_or(QByteArray()) : QByteArray();
}

bool Repair::isThinking(ByteRange block) const
{
    return isOneOf(typeOf(block), {"thinking", "redacted_thinking"});
}

void Repair::clean(ByteRange message)
{
    const Members parts = members(message);
    const std::optional<ByteRange> content = onlyMember(parts, "content");
    if (text(parts, "role") != "assistant" || !content)
        return;
    const std::vector<ByteRange> blocks = jsonElements(m_body, *content);
    std::vector<bool> goes(blocks.size());
    std::transform(blocks.begin(), blocks.end(), goes.begin(),
                   [&](const ByteRange &block) { return isThinking(block); });
    m_repair.removedBlocks += static_cast<int>(std::count(goes.begin(), goes.end(), true));
    cut(blocks, goes, kNoContent);
}

/// Does the request go on with an assistant's turn: after a tool's result, or from a beginning?
bool Repair::endsInsideTurn(const std::vector<ByteRange> &messages) const
{
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
        const Members message = members(*it);
        const QByteArray role = text(message, "role");
        if (role == "assistant")
            return true;
        if (role == "user")
            return hasToolResult(message);
    }
    return false;
}

bool Repair::hasToolResult(const Members &message) const
{
    const std::optional<ByteRange> content = onlyMember(message, "content");
    if (!content)
        return false;
    const std::vector<ByteRange> blocks = jsonElements(m_body, *content);
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const ByteRange &block) { return typeOf(block) == "tool_result"; });
}

void Repair::switchOff(const Members &request)
{
    const std::optional<ByteRange> thinking = onlyMember(request, "thinking");
    if (!thinking || typeOf(*thinking) != "enabled")
        return;
    exchange(*thinking, kDisabled);
    m_repair.thinkingOff = true;
    dropClearThinking(request);
}

/// "`clear_thinking_20251015` strategy requires `thinking` to be enabled or adaptive".
void Repair::dropClearThinking(const Members &request)
{
    const std::optional<ByteRange> management = onlyMember(request, "context_management");
    const Members parts = management ? members(*management) : Members();
    const std::optional<ByteRange> edits = onlyMember(parts, "edits");
    if (!edits)
        return;
    const std::vector<ByteRange> list = jsonElements(m_body, *edits);
    std::vector<bool> goes(list.size());
    std::transform(list.begin(), list.end(), goes.begin(),
                   [&](const ByteRange &edit) { return typeOf(edit).startsWith("clear_thinking"); });
    const bool all = !list.empty() && std::find(goes.begin(), goes.end(), false) == goes.end();
    if (!all || parts.size() > 1)
        return cut(list, goes, {});
    std::vector<ByteRange> ranges;
    std::vector<bool> gone;
    for (const JsonMemberRange &member : request) {
        ranges.push_back(member.whole);
        gone.push_back(member.key == "context_management");
    }
    cut(ranges, gone, {});
}

/// Takes parts of an array or object out, each run of them with the commas that it leaves without use.
void Repair::cut(const std::vector<ByteRange> &parts, const std::vector<bool> &goes, QByteArrayView instead)
{
    const auto endOf = [](const ByteRange &range) { return range.offset + range.size; };
    for (size_t first = 0; first < parts.size(); ++first) {
        if (!goes[first])
            continue;
        size_t next = first;
        while (next < parts.size() && goes[next])
            ++next;
        const ByteRange run{parts[first].offset, endOf(parts[next - 1]) - parts[first].offset};
        if (first > 0) { // from the end of the one that stays before
            const qint64 from = endOf(parts[first - 1]);
            exchange({from, endOf(run) - from}, {});
        } else if (next < parts.size()) { // to the one that stays behind
            exchange({run.offset, parts[next].offset - run.offset}, {});
        } else {
            exchange(run, instead);
        }
        first = next - 1;
    }
}

void Repair::exchange(ByteRange range, QByteArrayView inserted)
{
    m_repair.splices.push_back({range.offset, range.size, inserted.toByteArray()});
}

} // namespace

bool refusesThinking(int status, QByteArrayView body)
{
    if (status != 400)
        return false;
    const QByteArray words = plainWords(body);
    const auto says = [&](const char *part) { return words.contains(part); };
    if (!says("thinking"))
        return false;
    const bool signature = says("signature") && (says("invalid") || says("not valid") || says("required") ||
                                                 says("missing") || says("does not match"));
    return signature || says("invalid data in redacted_thinking") ||
           says("redacted_thinking blocks in the latest assistant message cannot be modified") ||
           says("expected thinking or redacted_thinking") || says("must start with a thinking block");
}

std::optional<ThinkingRepair> withoutThinking(QByteArrayView body)
{
    return isJsonDocument(body) ? Repair(body).make() : std::nullopt;
}

} // namespace qcc
