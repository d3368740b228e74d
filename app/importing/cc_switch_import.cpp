// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/cc_switch_import.h"

#include "app/importing/env_import.h"
#include "app/importing/foreign_database.h"
#include "app/importing/import_draft.h"
#include "app/importing/sql_dump.h"
#include "app/secrets/json_file.h"
#include "app/store/json_reader.h"

#include <limits>

namespace qcc {

namespace {

const QString kClaude = QStringLiteral("claude");
const QString kCalls = QStringLiteral("/v1/messages");

/// A provider, from wherever.
struct Entry
{
    QString id;
    QString name;
    QString notes;
    QJsonObject settings;
    QJsonObject meta;
    QStringList urls;
    bool isCurrent = false;
    double place = 0;
    double createdAt = 0;
};

/// Why only cc-switch itself can use it; empty: it can be used.
QString obstacle(const Entry &entry)
{
    const QString format = entry.meta.value(QLatin1StringView("apiFormat")).toString();
    if (!format.isEmpty() && format != QLatin1StringView("anthropic"))
        return QStringLiteral("it speaks %1, which only %2 translates")
            .arg(format, QStringLiteral("cc-switch"));
    const QString binding =
        entry.meta.value(QLatin1StringView("authBinding"))[QLatin1StringView("source")].toString();
    const QString type = entry.meta.value(QLatin1StringView("providerType")).toString();
    if (binding == QLatin1StringView("managed_account") || type == QLatin1StringView("github_copilot") ||
        type == QLatin1StringView("codex_oauth"))
        return QStringLiteral("it signs in with an account, not with a key");
    const QString url =
        entry.settings.value(QLatin1StringView("env"))[QLatin1StringView("ANTHROPIC_BASE_URL")].toString();
    if (entry.meta.value(QLatin1StringView("isFullUrl")).toBool() && !url.trimmed().endsWith(kCalls))
        return QStringLiteral("its address is not one that calls can be added to");
    return {};
}

void add(ImportOffer &offer, const Entry &entry)
{
    if (const QString why = obstacle(entry); !why.isEmpty())
        return addTo(offer, unusableConfig(entry.name, why));
    const QJsonObject env = entry.settings.value(QLatin1StringView("env")).toObject();
    addFromEnv(offer, {entry.name, env, entry.urls, entry.notes});
}

Result<ImportOffer> offerOf(const QString &source, std::vector<Entry> entries, size_t others)
{
    if (entries.empty())
        return Refusal{RefusalCode::NothingToImport, source,
                       QStringLiteral("it has no providers for Claude Code")};
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::tuple(!a.isCurrent, a.place, a.createdAt, a.id) <
               std::tuple(!b.isCurrent, b.place, b.createdAt, b.id);
    });
    ImportOffer offer;
    offer.source = source;
    for (const Entry &entry : entries)
        add(offer, entry);
    if (others > 0)
        offer.notes.push_back(
            QStringLiteral("left out, because they are for other programs than Claude Code: %1").arg(others));
    return offer;
}

double numberOr(const QVariant &value, double otherwise)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && !value.isNull() ? number : otherwise;
}

QJsonObject objectIn(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

using Row = QHash<QString, QVariant>;

Entry entryOf(const Row &row, const std::vector<Row> &endpoints)
{
    Entry entry;
    entry.id = row.value(QStringLiteral("id")).toString();
    entry.name = row.value(QStringLiteral("name")).toString();
    entry.notes = row.value(QStringLiteral("notes")).toString();
    entry.settings = objectIn(row.value(QStringLiteral("settings_config")));
    entry.meta = objectIn(row.value(QStringLiteral("meta")));
    entry.isCurrent = row.value(QStringLiteral("is_current")).toInt() != 0;
    entry.place = numberOr(row.value(QStringLiteral("sort_index")), std::numeric_limits<double>::max());
    entry.createdAt = numberOr(row.value(QStringLiteral("created_at")), 0);
    for (const Row &endpoint : endpoints) {
        if (endpoint.value(QStringLiteral("provider_id")) == entry.id &&
            endpoint.value(QStringLiteral("app_type")) == kClaude)
            entry.urls += endpoint.value(QStringLiteral("url")).toString();
    }
    return entry;
}

Result<ImportOffer> offerOf(const QString &source, const std::vector<Row> &providers,
                            const std::vector<Row> &endpoints)
{
    std::vector<Entry> entries;
    size_t others = 0;
    for (const Row &row : providers) {
        if (row.value(QStringLiteral("app_type")).toString() == kClaude)
            entries.push_back(entryOf(row, endpoints));
        else
            ++others;
    }
    return offerOf(source, std::move(entries), others);
}

Entry entryOf(const QString &id, const JsonNode &node, const QString &current)
{
    Entry entry;
    entry.id = id;
    entry.name = node.member(QStringLiteral("name")).text(id);
    entry.notes = node.member(QStringLiteral("notes")).text();
    entry.settings = node.member(QStringLiteral("settingsConfig")).value().toObject();
    entry.meta = node.member(QStringLiteral("meta")).value().toObject();
    entry.urls = entry.meta.value(QLatin1StringView("custom_endpoints")).toObject().keys();
    entry.isCurrent = id == current;
    entry.place = numberOr(node.member(QStringLiteral("sortIndex")).value().toVariant(),
                           std::numeric_limits<double>::max());
    entry.createdAt = node.member(QStringLiteral("createdAt")).value().toDouble();
    return entry;
}

/// The providers of one program in config.json.
std::vector<Entry> entriesOf(const JsonNode &program)
{
    std::vector<Entry> entries;
    const JsonNode providers = program.member(QStringLiteral("providers"));
    const QString current = program.member(QStringLiteral("current")).text();
    providers.member(QString()); // must be an object
    const QStringList ids = providers.value().toObject().keys();
    for (const QString &id : ids)
        entries.push_back(entryOf(id, providers.member(id), current));
    return entries;
}

} // namespace

Result<ImportOffer> offerFromCcSwitchDatabase(const QString &path)
{
    const Result<std::unique_ptr<ForeignDatabase>> database = ForeignDatabase::open(path);
    if (!database)
        return database.refusal();
    const Result<std::vector<Row>> providers = (*database)->rows(QStringLiteral("providers"));
    if (!providers)
        return providers.refusal();
    std::vector<Row> endpoints;
    const QString table = QStringLiteral("provider_endpoints"); // older ones have none
    if (!(*database)->columns(table).isEmpty()) {
        Result<std::vector<Row>> read = (*database)->rows(table);
        if (!read)
            return read.refusal();
        endpoints = std::move(read).value();
    }
    return offerOf(path, *providers, endpoints);
}

Result<ImportOffer> offerFromCcSwitchDump(const QString &source, const QByteArray &text)
{
    const QString providers = QStringLiteral("providers");
    const QString endpoints = QStringLiteral("provider_endpoints");
    const Result<DumpTables> tables = rowsOfDump(source, text, {providers, endpoints});
    if (!tables)
        return tables.refusal();
    return offerOf(source, tables->value(providers), tables->value(endpoints));
}

Result<ImportOffer> offerFromCcSwitchConfig(const QString &source, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(source, text);
    if (!object)
        return object.refusal();
    JsonReader reader(source, text);
    const JsonNode root(reader, *object);
    const bool isOldest = object->contains(QLatin1StringView("providers"));
    std::vector<Entry> entries = entriesOf(isOldest ? root : root.member(kClaude));
    size_t others = 0;
    for (const QString &program : object->keys()) {
        const QJsonValue providers = object->value(program)[QLatin1StringView("providers")];
        if (program != kClaude)
            others += static_cast<size_t>(providers.toObject().size());
    }
    if (reader.fault())
        return *reader.fault();
    return offerOf(source, std::move(entries), others);
}

} // namespace qcc
