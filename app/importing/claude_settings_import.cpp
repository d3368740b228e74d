// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/claude_settings_import.h"

#include "app/importing/env_import.h"
#include "app/secrets/json_file.h"
#include "app/store/json_reader.h"

namespace qcc {

namespace {

const QString kOrigin = QStringLiteral("Claude Code");

QJsonObject withPrior(QJsonObject env, const std::optional<QJsonObject> &prior)
{
    if (!prior || !leadsToQcc(env))
        return env;
    for (const QString &ours : {QStringLiteral("ANTHROPIC_BASE_URL"), QStringLiteral("ANTHROPIC_AUTH_TOKEN")})
        env.remove(ours);
    for (auto it = prior->begin(); it != prior->end(); ++it)
        env.insert(it.key(), it.value());
    return env;
}

bool namesProvider(const QJsonObject &env)
{
    const QStringList names = env.keys();
    return std::any_of(names.begin(), names.end(), [](const QString &name) {
        return name == QLatin1StringView("ANTHROPIC_BASE_URL") ||
               name == QLatin1StringView("ANTHROPIC_AUTH_TOKEN") ||
               name == QLatin1StringView("ANTHROPIC_API_KEY") ||
               name.startsWith(QLatin1StringView("CLAUDE_CODE_USE_"));
    });
}

} // namespace

Result<ImportOffer> offerFromClaudeSettings(const QString &source, const QByteArray &text,
                                            const std::optional<QJsonObject> &prior)
{
    const Result<QJsonObject> object = parseJsonObject(source, text);
    if (!object)
        return object.refusal();
    JsonReader reader(source, text);
    const JsonNode root(reader, *object);
    const JsonNode helper = root.member(QStringLiteral("apiKeyHelper"));
    const bool hasHelper = !helper.text().isEmpty();
    const JsonNode env = root.member(QStringLiteral("env"));
    env.member(QString()); // must be an object
    if (reader.fault())
        return *reader.fault();
    const QJsonObject variables = withPrior(env.value().toObject(), prior);
    if (!namesProvider(variables))
        return Refusal{RefusalCode::NothingToImport, source,
                       QStringLiteral("its \"env\" names neither an address nor a key")};
    ImportOffer offer;
    offer.source = source;
    addFromEnv(offer, {kOrigin, variables, {}, {}});
    if (hasHelper)
        offer.notes.push_back(QStringLiteral("a program gives the key (apiKeyHelper); QCC does not run it"));
    return offer;
}

} // namespace qcc
