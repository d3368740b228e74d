// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/model_mapping.h"

namespace qcc {

namespace {

Refusal refuse(const QString &permitted)
{
    return {RefusalCode::InvalidValue, QStringLiteral("model_mappings"), permitted};
}

/// Greedy with one step back to the last star: linear in practice, never exponential.
bool fits(QStringView pattern, QStringView name)
{
    qsizetype inPattern = 0;
    qsizetype inName = 0;
    qsizetype star = -1;
    qsizetype resumeAt = 0;
    while (inName < name.size()) {
        if (inPattern < pattern.size() && pattern[inPattern] == u'*') {
            star = inPattern++;
            resumeAt = inName;
        } else if (inPattern < pattern.size() && pattern[inPattern] == name[inName]) {
            ++inPattern;
            ++inName;
        } else if (star >= 0) {
            inPattern = star + 1;
            inName = ++resumeAt;
        } else {
            return false;
        }
    }
    while (inPattern < pattern.size() && pattern[inPattern] == u'*')
        ++inPattern;
    return inPattern == pattern.size();
}

/// Without the "[…]" at its end, however many there are.
QStringView baseName(QStringView name)
{
    for (;;) {
        const qsizetype open = name.endsWith(u']') ? name.lastIndexOf(u'[') : -1;
        const QStringView shorter = name.first(std::max<qsizetype>(open, 0)).trimmed();
        if (shorter.isEmpty())
            return name;
        name = shorter;
    }
}

bool isControl(uint character)
{
    return QChar::category(character) == QChar::Other_Control;
}

bool isNameLike(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    return !characters.isEmpty() && characters.size() <= kLongestModelName &&
           std::none_of(characters.begin(), characters.end(), isControl);
}

} // namespace

std::optional<QByteArray> mappedModel(std::span<const ModelMapping> mappings, QByteArrayView model)
{
    if (mappings.empty())
        return std::nullopt;
    const QString name = QString::fromUtf8(model);
    const QStringView base = baseName(name);
    const auto rule = std::find_if(mappings.begin(), mappings.end(), [&](const ModelMapping &mapping) {
        const bool anySuffix = baseName(mapping.from).size() == mapping.from.size();
        return fits(mapping.from, name) || (anySuffix && fits(mapping.from, base));
    });
    if (rule == mappings.end() || rule->to == name)
        return std::nullopt;
    return rule->to.toUtf8();
}

Result<ModelMapping> parseModelMapping(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return refuse(QStringLiteral("FROM=TO, for example \"claude-opus-*=my-opus\""));
    return checkedModelMapping({text.left(equals), text.mid(equals + 1)});
}

QString toText(const ModelMapping &mapping)
{
    return mapping.from + u'=' + mapping.to;
}

Result<ModelMapping> checkedModelMapping(ModelMapping mapping)
{
    mapping = {mapping.from.trimmed(), mapping.to.trimmed()};
    if (!isNameLike(mapping.from) || !isNameLike(mapping.to))
        return refuse(QStringLiteral("two names of 1 to %1 characters without control characters")
                          .arg(kLongestModelName));
    if (mapping.to.contains(u'*'))
        return refuse(QStringLiteral("a plain name to send, without *"));
    return mapping;
}

Result<std::vector<ModelMapping>> checkedModelMappings(std::vector<ModelMapping> mappings)
{
    std::vector<ModelMapping> checked;
    for (ModelMapping &mapping : mappings) {
        Result<ModelMapping> one = checkedModelMapping(std::move(mapping));
        if (!one)
            return one.refusal();
        const auto known = std::find_if(checked.begin(), checked.end(),
                                        [&](const ModelMapping &other) { return other.from == one->from; });
        if (known == checked.end())
            checked.push_back(std::move(one).value());
        else if (*known != *one)
            return refuse(QStringLiteral("every name once"));
    }
    if (std::ssize(checked) > kMostModelMappings)
        return refuse(QStringLiteral("at most %1 of them").arg(kMostModelMappings));
    return checked;
}

} // namespace qcc
