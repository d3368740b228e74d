// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/claude_code_router_import.h"

#include "app/importing/foreign_database.h"
#include "app/importing/import_draft.h"
#include "app/secrets/json_file.h"
#include "app/store/json_reader.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

/// The first of these members that holds something.
QString firstText(const JsonNode &node, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const QString text = node.member(QLatin1StringView(name)).text().trimmed(); !text.isEmpty())
            return text;
    }
    return {};
}

/// The names of its transformers; one is a text, or a list of its name and its options.
QStringList transformers(const QJsonObject &provider)
{
    QStringList names;
    const QJsonArray used =
        provider.value(QLatin1StringView("transformer"))[QLatin1StringView("use")].toArray();
    for (const QJsonValue &one : used)
        names += one.isArray() ? one.toArray().first().toString() : one.toString();
    return names;
}

bool usesBearer(const QJsonObject &provider)
{
    const QJsonArray used =
        provider.value(QLatin1StringView("transformer"))[QLatin1StringView("use")].toArray();
    return std::any_of(used.begin(), used.end(), [](const QJsonValue &one) {
        return one.isArray() && one.toArray().last()[QLatin1StringView("UseBearer")].toBool();
    });
}

/// Whether requests can go there as Claude Code sends them.
bool speaksAnthropic(const QJsonObject &provider, const QString &url)
{
    const QString type = provider.value(QLatin1StringView("type")).toString();
    const QStringList used = transformers(provider);
    if (!type.isEmpty())
        return type == QLatin1StringView("anthropic_messages");
    if (!used.isEmpty())
        return used.size() == 1 &&
               used.constFirst().compare(QLatin1StringView("anthropic"), Qt::CaseInsensitive) == 0;
    return url.endsWith(QLatin1StringView("/v1/messages")) || url.endsWith(QLatin1StringView("/anthropic"));
}

/// "$NAME" and "${NAME}" stand for environment variables, which may not be set here.
QString variableIn(const QString &key)
{
    if (!key.startsWith(u'$'))
        return {};
    QString name = key.mid(1);
    if (name.startsWith(u'{') && name.endsWith(u'}'))
        name = name.mid(1, name.size() - 2);
    return name;
}

/// The whole file's part in a provider.
struct Surroundings
{
    QJsonObject router;
    QUrl proxy;

    /// The model that the router asks this provider for; empty: none.
    QString modelFor(const QString &route, const QString &provider) const
    {
        const QString chosen = router.value(route).toString(); // "provider,model"
        return chosen.section(u',', 0, 0).trimmed() == provider ? chosen.section(u',', 1).trimmed()
                                                                : QString();
    }
};

std::vector<QString> keysOf(const JsonNode &node)
{
    std::vector<QString> keys;
    for (const JsonNode &credential : node.member(QStringLiteral("credentials")).elements()) {
        if (credential.member(QStringLiteral("enabled")).flag(true))
            keys.push_back(firstText(credential, {"api_key", "apiKey", "apikey"}));
    }
    if (keys.empty())
        keys.push_back(firstText(node, {"api_key", "apiKey", "apikey"}));
    return keys;
}

std::vector<ModelMapping> mappingsOf(const JsonNode &node, const QString &name, const Surroundings &around)
{
    const QString listed = node.member(QStringLiteral("models")).value().toArray().first().toString();
    const QString usual = around.modelFor(QStringLiteral("default"), name);
    return meaningfulMappings(
        {{QStringLiteral("claude-*haiku*"), around.modelFor(QStringLiteral("background"), name)},
         {QStringLiteral("claude-*"), usual.isEmpty() ? listed : usual}});
}

void add(ImportOffer &offer, const JsonNode &node, const Surroundings &around)
{
    const QString name = firstText(node, {"name", "id"});
    const QString url = firstText(node, {"api_base_url", "baseUrl", "baseurl"});
    const QJsonObject provider = node.value().toObject();
    if (!speaksAnthropic(provider, url))
        return addTo(offer, unusableConfig(name, QStringLiteral("it speaks %1, which only %2 translates")
                                                     .arg(QStringLiteral("another protocol"),
                                                          QStringLiteral("claude-code-router"))));
    std::vector<OfferedEndpoint> endpoints;
    for (const QString &key : keysOf(node)) {
        const QString variable = variableIn(key);
        if (!variable.isEmpty())
            offer.notes.push_back(
                QStringLiteral("the key of \"%1\" is in the environment variable %2; enter it")
                    .arg(name, variable));
        endpoints.push_back({QString(), baseAddress(url), variable.isEmpty() ? key : QString(),
                             usesBearer(provider) ? AuthForm::Bearer : AuthForm::XApiKey});
    }
    ImportedConfig config = offeredConfig(name, endpoints);
    config.config.modelMappings = mappingsOf(node, name, around);
    for (DraftEndpoint &draft : config.config.endpoints)
        draft.endpoint.outboundProxy = around.proxy;
    if (!node.member(QStringLiteral("enabled")).flag(true))
        config.config.priority = Priority::Disabled;
    addTo(offer, std::move(config));
}

} // namespace

Result<ImportOffer> offerFromRouterConfig(const QString &source, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(source, text);
    if (!object)
        return object.refusal();
    JsonReader reader(source, text);
    const JsonNode root(reader, *object);
    const bool isLower = object->contains(QLatin1StringView("providers"));
    const Result<QUrl> proxy = parseOutboundProxy(root.member(QStringLiteral("PROXY_URL")).text());
    const Surroundings around{root.member(QStringLiteral("Router")).value().toObject(),
                              proxy ? *proxy : QUrl()};
    ImportOffer offer;
    offer.source = source;
    const JsonNode providers =
        root.member(isLower ? QStringLiteral("providers") : QStringLiteral("Providers"));
    for (const JsonNode &provider : providers.elements())
        add(offer, provider, around);
    if (reader.fault())
        return *reader.fault();
    if (offer.configs.empty())
        return Refusal{RefusalCode::NothingToImport, source, QStringLiteral("it has no providers")};
    return offer;
}

Result<ImportOffer> offerFromRouterDatabase(const QString &path)
{
    const Result<std::unique_ptr<ForeignDatabase>> database = ForeignDatabase::open(path);
    if (!database)
        return database.refusal();
    const auto rows =
        (*database)->rows(QStringLiteral("app_config"), QStringLiteral("key"), QStringLiteral("default"));
    if (!rows)
        return rows.refusal();
    if (rows->empty())
        return Refusal{RefusalCode::NothingToImport, path, QStringLiteral("it has no providers")};
    return offerFromRouterConfig(path, rows->front().value(QStringLiteral("value_json")).toString().toUtf8());
}

} // namespace qcc
