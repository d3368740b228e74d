// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_draft.h"

#include "models/rules/model_mapping.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

constexpr qsizetype kLongestShownName = 100; // characters

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

/// Marks by which a name could be made to look like another: U+200E, U+200F, U+202A to U+202E, U+2066 to
/// U+2069.
bool turnsWriting(QChar c)
{
    const char16_t code = c.unicode();
    return code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

/// A name that Claude Code itself uses, or its word for one ("opus", "sonnet[1m]").
bool isKnownToClient(const QString &model)
{
    static const QStringList words{QStringLiteral("default"),  QStringLiteral("opus"),
                                   QStringLiteral("sonnet"),   QStringLiteral("haiku"),
                                   QStringLiteral("opusplan"), QStringLiteral("best")};
    const QString plain = model.section(u'[', 0, 0).trimmed();
    return plain.startsWith(QLatin1StringView("claude-"), Qt::CaseInsensitive) ||
           words.contains(plain, Qt::CaseInsensitive);
}

/// As it may be shown to a person: what is written there, but on one line and forwards.
QString shownName(QString name)
{
    name.removeIf([](QChar c) { return isControl(c) || turnsWriting(c); });
    return name.simplified().left(kLongestShownName);
}

/// The key if it can be one.
std::optional<Secret> permittedKey(const QString &text)
{
    Result<Secret> key = checkedKey(Secret(text.toUtf8()), QString());
    return key ? std::optional(std::move(key).value()) : std::nullopt;
}

/// Whether the same address with the same key is there already.
bool repeats(const std::vector<DraftEndpoint> &drafts, const DraftEndpoint &draft)
{
    return std::any_of(drafts.begin(), drafts.end(), [&](const DraftEndpoint &other) {
        const bool sameKey =
            draft.key && other.key ? other.key->matches(draft.key->reveal()) : !draft.key && !other.key;
        return sameKey && other.endpoint.url == draft.endpoint.url;
    });
}

DraftEndpoint draftEndpoint(const OfferedEndpoint &offered, const QUrl &url)
{
    DraftEndpoint draft;
    draft.endpoint.name = offered.name.isEmpty() ? QString() : permittedName(offered.name, QString());
    draft.endpoint.url = url;
    draft.endpoint.auth = offered.auth;
    draft.key = permittedKey(offered.key);
    return draft;
}

} // namespace

QString baseAddress(QString url)
{
    url = url.trimmed();
    while (url.endsWith(u'/'))
        url.chop(1);
    const QString call = QStringLiteral("/v1/messages");
    if (url.endsWith(call))
        url.chop(call.size());
    return url;
}

QString permittedName(const QString &name, const QString &otherwise)
{
    QString text = name;
    text.removeIf([](QChar c) { return isControl(c) || turnsWriting(c); });
    text = text.replace(u'/', u'-').simplified();
    while (text.startsWith(u'-'))
        text.remove(0, 1);
    qsizetype points = 0; // the limit counts code points
    for (qsizetype i = 0; i < text.size(); ++i) {
        points += text[i].isLowSurrogate() ? 0 : 1;
        if (points > kLongestName)
            text.truncate(i);
    }
    const Result<QString> checked = checkedName(text);
    return checked ? *checked : otherwise;
}

QString permittedDescription(const QString &text)
{
    QString permitted = text;
    permitted.removeIf([](QChar c) { return (isControl(c) && c != u'\n') || turnsWriting(c); });
    permitted = permitted.trimmed().left(kLongestDescription);
    const Result<QString> checked = checkedDescription(permitted);
    return checked ? *checked : QString();
}

std::vector<ModelMapping> meaningfulMappings(const std::vector<ModelMapping> &wanted)
{
    std::vector<ModelMapping> some;
    for (const ModelMapping &one : wanted) {
        const bool isClients = isKnownToClient(one.to);
        const bool isRepeated = std::any_of(
            some.begin(), some.end(), [&](const ModelMapping &other) { return other.from == one.from; });
        if (one.to.trimmed().isEmpty() || isClients || isRepeated)
            continue;
        if (Result<ModelMapping> checked = checkedModelMapping(one); checked)
            some.push_back(std::move(checked).value());
    }
    return some;
}

ImportedConfig unusableConfig(const QString &origin, const QString &why)
{
    ImportedConfig config;
    config.origin = shownName(origin);
    config.config.name = permittedName(origin, QStringLiteral("unnamed"));
    config.verdict = ImportVerdict::Unusable;
    config.detail = why;
    return config;
}

ImportedConfig offeredConfig(const QString &origin, const std::vector<OfferedEndpoint> &endpoints)
{
    if (endpoints.empty())
        return unusableConfig(origin, QStringLiteral("it has no address"));
    ImportedConfig config;
    config.origin = shownName(origin);
    for (const OfferedEndpoint &offered : endpoints) {
        const Result<QUrl> url = parseBaseUrl(offered.url);
        if (!url)
            return unusableConfig(origin, url.refusal().detail);
        DraftEndpoint draft = draftEndpoint(offered, *url);
        if (!repeats(config.config.endpoints, draft))
            config.config.endpoints.push_back(std::move(draft));
    }
    config.config.name = permittedName(origin, config.config.endpoints.front().endpoint.url.host());
    return config;
}

void addTo(ImportOffer &offer, ImportedConfig config)
{
    if (offer.configs.size() < kMostOfferedConfigs) {
        offer.configs.push_back(std::move(config));
        return;
    }
    const QString note =
        QStringLiteral("there are more than %1 of them; the others were left out").arg(kMostOfferedConfigs);
    if (offer.notes.empty() || offer.notes.back() != note)
        offer.notes.push_back(note);
}

} // namespace qcc
