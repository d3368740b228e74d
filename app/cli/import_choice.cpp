// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_choice.h"


#include <QRegularExpression>

namespace qcc {

namespace {

/// "3" or "3-5"; none when it is neither.
std::optional<std::pair<size_t, size_t>> spanFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})(?:-(\\d{1,6}))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const size_t first = match.captured(1).toUInt();
    const size_t last = match.captured(2).isEmpty() ? first : match.captured(2).toUInt();
    return std::pair(first, last);
}

bool isNamed(const ImportedConfig &config, const QString &name)
{
    return config.origin.compare(name, Qt::CaseInsensitive) == 0 ||
           config.config.name.compare(name, Qt::CaseInsensitive) == 0;
}

Refusal whyNot(const ImportedConfig &config)
{
    if (config.verdict == ImportVerdict::AlreadyThere)
        return {RefusalCode::DuplicateConfig, config.detail, {}};
    return {RefusalCode::NothingToImport, config.origin, config.detail};
}

} // namespace

std::vector<size_t> addableOf(const ImportOffer &offer)
{
    std::vector<size_t> indexes;
    for (size_t i = 0; i < offer.configs.size(); ++i) {
        if (canBeAdded(offer.configs[i].verdict))
            indexes.push_back(i);
    }
    return indexes;
}

std::optional<std::vector<size_t>> choiceFromText(const QString &text, const std::vector<size_t> &addable)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    const QStringList parts = text.split(between, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return addable;
    if (parts == QStringList{QStringLiteral("0")})
        return std::vector<size_t>();
    std::set<size_t> chosen;
    for (const QString &part : parts) {
        const auto span = spanFromText(part);
        if (!span || span->first < 1 || span->first > span->second || span->second > addable.size())
            return std::nullopt;
        for (size_t number = span->first; number <= span->second; ++number)
            chosen.insert(addable[number - 1]);
    }
    return std::vector<size_t>(chosen.begin(), chosen.end());
}

Result<std::vector<size_t>> choiceByNames(const QStringList &names, const ImportOffer &offer)
{
    std::set<size_t> chosen;
    for (const QString &name : names) {
        const auto begin = offer.configs.begin();
        const auto named = [&](const ImportedConfig &config) { return isNamed(config, name.trimmed()); };
        const auto usable = std::find_if(begin, offer.configs.end(), [&](const ImportedConfig &config) {
            return named(config) && canBeAdded(config.verdict);
        });
        const auto any = std::find_if(begin, offer.configs.end(), named);
        if (any == offer.configs.end())
            return Refusal{RefusalCode::NothingToImport, offer.source,
                           QStringLiteral("it has nothing named \"%1\"").arg(name.trimmed())};
        if (usable == offer.configs.end())
            return whyNot(*any);
        chosen.insert(static_cast<size_t>(usable - begin));
    }
    return std::vector<size_t>(chosen.begin(), chosen.end());
}

} // namespace qcc
