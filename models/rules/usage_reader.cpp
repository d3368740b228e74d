// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/usage_reader.h"

#include "models/rules/json_text.h"

namespace qcc {
namespace {

constexpr QByteArrayView kUsageKey("\"usage\"");
constexpr qsizetype kMostDigits = 12;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A count that is whole inside @p object: one that ends with a cut-off text may lack digits.
std::optional<qint64> countIn(QByteArrayView object, QByteArrayView key)
{
    const std::optional<QByteArrayView> raw = jsonMember(object, key);
    if (!raw || raw->isEmpty() || raw->size() > kMostDigits || raw->end() == object.end() ||
        !std::all_of(raw->begin(), raw->end(), isDigit))
        return std::nullopt;
    return raw->toLongLong();
}

/// True when @p rest is what follows a member of the outermost object, up to the text's end.
bool endsOutermostObject(QByteArrayView rest)
{
    int depth = 0;
    for (qsizetype at = 0; at < rest.size(); ++at) {
        const char c = rest[at];
        if (c == '"') {
            for (at = findQuoteOrEscape(rest, at + 1); at < rest.size() && rest[at] == '\\';)
                at = findQuoteOrEscape(rest, std::min(at + 2, rest.size()));
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth < 0)
                return c == '}' && rest.sliced(at + 1).trimmed().isEmpty();
        }
    }
    return false;
}

} // namespace

void UsageReader::takeUsage(QByteArrayView object)
{
    const std::pair<QByteArrayView, qint64 TokenUsage::*> fields[] = {
        {"input_tokens", &TokenUsage::input},
        {"output_tokens", &TokenUsage::output},
        {"cache_read_input_tokens", &TokenUsage::cacheRead},
        {"cache_creation_input_tokens", &TokenUsage::cacheCreation},
    };
    for (const auto &[key, field] : fields) {
        const std::optional<qint64> count = countIn(object, key);
        if (!count)
            continue;
        if (!m_usage)
            m_usage.emplace();
        TokenUsage &usage = *m_usage;
        usage.*field = std::max(usage.*field, *count);
    }
}

void UsageReader::takeEvent(QByteArrayView data)
{
    if (const std::optional<QByteArrayView> message = jsonMember(data, "message"))
        takeMessage(*message);
    else
        takeMessage(data);
}

void UsageReader::takeMessage(QByteArrayView json)
{
    if (const std::optional<QByteArrayView> usage = jsonMember(json, "usage"))
        takeUsage(*usage);
}

void MessageTail::feed(QByteArrayView bytes)
{
    m_bytes.append(bytes.last(std::min(bytes.size(), kKept)));
    if (m_bytes.size() > 2 * kKept)
        m_bytes = m_bytes.last(kKept);
}

QByteArrayView MessageTail::usageObject() const
{
    const QByteArrayView text(m_bytes);
    for (qsizetype at = text.lastIndexOf(kUsageKey); at >= 0;
         at = at > 0 ? text.lastIndexOf(kUsageKey, at - 1) : -1) {
        // As if the member stood alone: "{" is all that it lacks.
        const QByteArray member = '{' + text.sliced(at).toByteArray();
        const std::optional<QByteArrayView> value = jsonMember(member, "usage");
        if (!value || !value->startsWith('{'))
            continue;
        const qsizetype end = at + (value->end() - member.constData()) - 1;
        if (endsOutermostObject(text.sliced(end)))
            return text.sliced(end - value->size(), value->size());
    }
    return {};
}

} // namespace qcc
