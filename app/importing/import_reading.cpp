// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_reading.h"

#include "app/importing/cc_nexus_import.h"
#include "app/importing/cc_switch_import.h"
#include "app/importing/claude_code_router_import.h"
#include "app/importing/claude_settings_import.h"
#include "app/importing/fastcc_import.h"
#include "app/importing/foreign_database.h"
#include "app/importing/qcc_export.h"
#include "app/importing/sealed_export.h"
#include "app/secrets/json_file.h"
#include "app/secrets/private_file.h"

#include <QFile>
#include <QFileInfo>

namespace qcc {

namespace {

constexpr qint64 kBeginning = 1'024; // bytes: enough to know a database, or SQL
const QString kLookedFor =
    QStringLiteral("it is none of QCC, Claude Code, cc-switch, claude-code-router, ccNexus or FastCC");

bool has(const QJsonObject &object, const char *name)
{
    return object.contains(QLatin1StringView(name));
}

/// Whether a list of that name holds objects with that member.
bool listHas(const QJsonObject &object, const char *list, std::initializer_list<const char *> members)
{
    const QJsonArray all = object.value(QLatin1StringView(list)).toArray();
    return std::any_of(all.begin(), all.end(), [&](const QJsonValue &one) {
        return std::any_of(members.begin(), members.end(),
                           [&](const char *member) { return has(one.toObject(), member); });
    });
}

bool isRouters(const QJsonObject &object)
{
    return has(object, "Providers") || listHas(object, "providers", {"api_base_url", "baseUrl"});
}

bool isCcSwitchs(const QJsonObject &object)
{
    const bool isOldest = object.value(QLatin1StringView("providers")).isObject() && has(object, "current");
    return isOldest ||
           object.value(QLatin1StringView("claude")).toObject().contains(QLatin1StringView("providers"));
}

Result<ImportOffer> fromJson(const QString &path, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(path, text);
    if (!object)
        return object.refusal();
    if (has(*object, "qcc_export"))
        return offerFromExport(path, text);
    if (isRouters(*object))
        return offerFromRouterConfig(path, text);
    if (isCcSwitchs(*object))
        return offerFromCcSwitchConfig(path, text);
    if (listHas(*object, "endpoints", {"apiUrl"}))
        return offerFromCcNexusConfig(path, text);
    if (has(*object, "profiles") || has(*object, "encrypted_profiles"))
        return offerFromFastCc(path, text);
    if (has(*object, "env") || has(*object, "apiKeyHelper"))
        return offerFromClaudeSettings(path, text);
    return Refusal{RefusalCode::NothingToImport, path, kLookedFor};
}

Result<ImportOffer> fromDatabase(const QString &path)
{
    if (QFileInfo(path).size() > kLargestDatabase)
        return Refusal{RefusalCode::FileUnreadable, path, QStringLiteral("it is larger than 1 GiB")};
    const Result<std::unique_ptr<ForeignDatabase>> database = ForeignDatabase::open(path);
    if (!database)
        return database.refusal();
    if ((*database)->columns(QStringLiteral("providers")).contains(QStringLiteral("settings_config")))
        return offerFromCcSwitchDatabase(path);
    if ((*database)->columns(QStringLiteral("endpoints")).contains(QStringLiteral("api_url")))
        return offerFromCcNexusDatabase(path);
    if ((*database)->columns(QStringLiteral("app_config")).contains(QStringLiteral("value_json")))
        return offerFromRouterDatabase(path);
    return Refusal{RefusalCode::NothingToImport, path, kLookedFor};
}

Result<ImportOffer> fromSealed(const QString &path, const QByteArray &text, const Secret *passphrase)
{
    if (!passphrase)
        return Refusal{RefusalCode::WrongPassphrase, path, {}};
    const Result<Secret> content = unsealed(path, text, *passphrase);
    return content ? offerFromExport(path, content->reveal()) : content.refusal();
}

/// Without the mark that some editors put before UTF-8.
QByteArray withoutMark(QByteArray text)
{
    return text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
}

bool isDump(const QByteArray &begun)
{
    return begun.startsWith("--") || begun.startsWith("PRAGMA") || begun.startsWith("CREATE TABLE") ||
           begun.startsWith("BEGIN TRANSACTION") || begun.startsWith("INSERT INTO");
}

Result<ImportOffer> fromDump(const QString &path, QFile &file)
{
    if (file.size() > kLargestDump)
        return Refusal{RefusalCode::FileUnreadable, path, QStringLiteral("it is larger than 256 MiB")};
    file.seek(0);
    return offerFromCcSwitchDump(path, withoutMark(file.readAll()));
}

} // namespace

Result<ImportOffer> readImportFile(const QString &path, const Secret *passphrase)
{
    QFile file(path);
    if (QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)) {
        const QByteArray beginning = file.read(kBeginning);
        if (isDatabase(beginning))
            return fromDatabase(path);
        if (isDump(withoutMark(beginning).trimmed()))
            return fromDump(path, file);
    }
    const Result<std::optional<QByteArray>> read = readPrivateFile(path);
    if (!read)
        return read.refusal();
    if (!*read)
        return Refusal{RefusalCode::FileUnreadable, path, QStringLiteral("No such file or directory")};
    const QByteArray text = withoutMark(**read);
    if (isSealed(text))
        return fromSealed(path, text, passphrase);
    if (text.trimmed().startsWith('{') || path.endsWith(QLatin1StringView(".json")))
        return fromJson(path, text);
    return Refusal{RefusalCode::NothingToImport, path, kLookedFor};
}

Result<ImportOffer> readImportSource(const ImportSource &source,
                                     const std::optional<QJsonObject> &claudePrior)
{
    Result<ImportOffer> offer = readImportFile(source.path, nullptr);
    if (source.id == QLatin1StringView("claude-code")) {
        const Result<std::optional<QByteArray>> read = readPrivateFile(source.path);
        if (!read)
            return read.refusal();
        offer = offerFromClaudeSettings(source.path, withoutMark(read->value_or(QByteArray())), claudePrior);
    }
    if (offer)
        offer->source = source.title;
    return offer;
}

} // namespace qcc
