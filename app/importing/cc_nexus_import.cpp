// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/cc_nexus_import.h"

#include "app/importing/foreign_database.h"
#include "app/importing/import_draft.h"
#include "app/secrets/json_file.h"
#include "app/store/json_reader.h"

namespace qcc {

namespace {

/// What it puts there for a beginner to replace.
const QString kNoKey = QStringLiteral("your-api-key-here");

struct Entry
{
    QString name;
    QString url;
    QString key;
    QString transformer;
    QString model;
    QString remark;
    QString authMode;
    bool enabled = true;
    double place = 0;
};

/// It adds the scheme itself.
QString withScheme(const QString &url)
{
    const bool isBare = !url.isEmpty() && !url.contains(QLatin1StringView("://"));
    return isBare ? QStringLiteral("https://") + url : url;
}

void add(ImportOffer &offer, const Entry &entry)
{
    if (!entry.transformer.isEmpty() && entry.transformer != QLatin1StringView("claude"))
        return addTo(offer,
                     unusableConfig(entry.name, QStringLiteral("it speaks %1, which only %2 translates")
                                                    .arg(entry.transformer, QStringLiteral("ccNexus"))));
    if (!entry.authMode.isEmpty() && entry.authMode != QLatin1StringView("api_key"))
        return addTo(
            offer, unusableConfig(entry.name, QStringLiteral("it signs in with an account, not with a key")));
    const QString key = entry.key == kNoKey ? QString() : entry.key;
    ImportedConfig config = offeredConfig(
        entry.name, {{QString(), baseAddress(withScheme(entry.url.trimmed())), key, AuthForm::Both}});
    if (config.verdict != ImportVerdict::Unusable) {
        config.config.description = permittedDescription(entry.remark);
        config.config.modelMappings = meaningfulMappings({{QStringLiteral("claude-*"), entry.model}});
        if (!entry.enabled)
            config.config.priority = Priority::Disabled;
    }
    addTo(offer, std::move(config));
}

Result<ImportOffer> offerOf(const QString &source, const std::vector<Entry> &entries)
{
    if (entries.empty())
        return Refusal{RefusalCode::NothingToImport, source, QStringLiteral("it has no endpoints")};
    ImportOffer offer;
    offer.source = source;
    for (const Entry &entry : entries)
        add(offer, entry);
    return offer;
}

Entry entryOf(const ForeignDatabase::Row &row)
{
    const auto text = [&](const char *column) { return row.value(QLatin1StringView(column)).toString(); };
    Entry entry{text("name"),  text("api_url"), text("api_key"),  text("transformer"),
                text("model"), text("remark"),  text("auth_mode")};
    entry.enabled = row.value(QStringLiteral("enabled"), true).toBool();
    entry.place = row.value(QStringLiteral("sort_order")).toDouble();
    return entry;
}

} // namespace

Result<ImportOffer> offerFromCcNexusDatabase(const QString &path)
{
    const Result<std::unique_ptr<ForeignDatabase>> database = ForeignDatabase::open(path);
    if (!database)
        return database.refusal();
    const auto rows = (*database)->rows(QStringLiteral("endpoints"));
    if (!rows)
        return rows.refusal();
    std::vector<Entry> entries;
    for (const ForeignDatabase::Row &row : *rows)
        entries.push_back(entryOf(row));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.place < b.place; });
    return offerOf(path, entries);
}

Result<ImportOffer> offerFromCcNexusConfig(const QString &source, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(source, text);
    if (!object)
        return object.refusal();
    JsonReader reader(source, text);
    const JsonNode root(reader, *object);
    std::vector<Entry> entries;
    for (const JsonNode &node : root.member(QStringLiteral("endpoints")).elements()) {
        const auto member = [&](const char *name) { return node.member(QLatin1StringView(name)).text(); };
        Entry entry{member("name"),  member("apiUrl"), member("apiKey"),  member("transformer"),
                    member("model"), member("remark"), member("authMode")};
        entry.enabled = node.member(QStringLiteral("enabled")).flag(true);
        entries.push_back(std::move(entry));
    }
    if (reader.fault())
        return *reader.fault();
    return offerOf(source, entries);
}

} // namespace qcc
