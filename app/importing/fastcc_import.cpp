// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/fastcc_import.h"

#include "app/importing/import_draft.h"
#include "app/secrets/json_file.h"
#include "app/store/json_reader.h"

namespace qcc {

namespace {

struct Placed
{
    OfferedEndpoint endpoint;
    qint64 place = 0;
};

OfferedEndpoint endpointOf(const JsonNode &node)
{
    return {QString(), baseAddress(node.member(QStringLiteral("base_url")).text()),
            node.member(QStringLiteral("api_key")).text(), AuthForm::Both};
}

/// Its endpoints, or, as in the oldest ones, itself.
std::vector<OfferedEndpoint> endpointsOf(const JsonNode &profile)
{
    std::vector<Placed> placed;
    for (const JsonNode &node : profile.member(QStringLiteral("endpoints")).elements()) {
        if (node.member(QStringLiteral("enabled")).flag(true))
            placed.push_back(
                {endpointOf(node), node.member(QStringLiteral("priority")).value().toInteger(1)});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed &a, const Placed &b) { return a.place < b.place; });
    std::vector<OfferedEndpoint> endpoints;
    for (Placed &one : placed)
        endpoints.push_back(std::move(one.endpoint));
    if (const OfferedEndpoint own = endpointOf(profile); endpoints.empty() && !own.url.isEmpty())
        endpoints.push_back(own);
    return endpoints;
}

ImportedConfig configOf(const QString &key, const JsonNode &profile)
{
    ImportedConfig config =
        offeredConfig(profile.member(QStringLiteral("name")).text(key), endpointsOf(profile));
    config.config.description = permittedDescription(profile.member(QStringLiteral("description")).text());
    config.config.priority = priorityFromWord(profile.member(QStringLiteral("priority")).text());
    if (!profile.member(QStringLiteral("enabled")).flag(true))
        config.config.priority = Priority::Disabled;
    return config;
}

} // namespace

Result<ImportOffer> offerFromFastCc(const QString &source, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(source, text);
    if (!object)
        return object.refusal();
    if (object->contains(QLatin1StringView("encrypted_profiles")))
        return Refusal{RefusalCode::NothingToImport, source,
                       QStringLiteral("its profiles are encrypted; import ~/.fastcc/cache.json instead")};
    JsonReader reader(source, text);
    const JsonNode root(reader, *object);
    const JsonNode profiles = root.member(QStringLiteral("profiles"));
    const QString first =
        root.member(QStringLiteral("settings")).member(QStringLiteral("default_profile")).text();
    profiles.member(QString()); // must be an object
    QStringList names = profiles.value().toObject().keys();
    std::stable_partition(names.begin(), names.end(), [&](const QString &name) { return name == first; });
    ImportOffer offer;
    offer.source = source;
    for (const QString &name : std::as_const(names))
        addTo(offer, configOf(name, profiles.member(name)));
    if (reader.fault())
        return *reader.fault();
    if (offer.configs.empty())
        return Refusal{RefusalCode::NothingToImport, source, QStringLiteral("it has no profiles")};
    return offer;
}

} // namespace qcc
