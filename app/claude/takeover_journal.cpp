// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/takeover_journal.h"

#include "app/secrets/json_file.h"
#include "app/secrets/private_file.h"

#include <QCryptographicHash>

namespace qcc {

namespace {

constexpr int kVersion = 1;

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

template <typename T> QJsonArray listOf(const std::vector<T> &items, QJsonObject (*convert)(const T &))
{
    QJsonArray list;
    for (const T &item : items)
        list.append(convert(item));
    return list;
}

template <typename T> std::vector<T> itemsOf(const QJsonValue &list, T (*convert)(const QJsonObject &))
{
    std::vector<T> items;
    for (const QJsonValue &item : list.toArray())
        items.push_back(convert(item.toObject()));
    return items;
}

QJsonObject editToJson(const ByteEdit &edit)
{
    return {{QStringLiteral("offset"), edit.offset},
            {QStringLiteral("removed"), encoded(edit.removed)},
            {QStringLiteral("inserted"), encoded(edit.inserted)}};
}

ByteEdit editFromJson(const QJsonObject &object)
{
    return {object.value(QStringLiteral("offset")).toInteger(),
            decoded(object.value(QStringLiteral("removed"))),
            decoded(object.value(QStringLiteral("inserted")))};
}

QJsonObject versionToJson(const WrittenVersion &version)
{
    return {{QStringLiteral("hash"), encoded(version.hash)},
            {QStringLiteral("edits"), listOf(version.edits, editToJson)}};
}

WrittenVersion versionFromJson(const QJsonObject &object)
{
    return {decoded(object.value(QStringLiteral("hash"))),
            itemsOf(object.value(QStringLiteral("edits")), editFromJson)};
}

QJsonObject variableToJson(const VariableRecord &variable)
{
    QJsonArray ours;
    for (const QByteArray &raw : variable.ours)
        ours.append(encoded(raw));
    QJsonObject object{{QStringLiteral("name"), variable.name}, {QStringLiteral("ours"), ours}};
    if (variable.before)
        object.insert(QStringLiteral("before"), encoded(*variable.before));
    return object;
}

VariableRecord variableFromJson(const QJsonObject &object)
{
    VariableRecord variable{object.value(QStringLiteral("name")).toString(), {}, std::nullopt};
    for (const QJsonValue &raw : object.value(QStringLiteral("ours")).toArray())
        variable.ours << decoded(raw);
    if (object.contains(QStringLiteral("before")))
        variable.before = decoded(object.value(QStringLiteral("before")));
    return variable;
}

QJsonObject fileToJson(const FileRecord &file)
{
    return {{QStringLiteral("path"), file.path},
            {QStringLiteral("target"), file.target},
            {QStringLiteral("editor"), file.form == SettingsForm::Editor},
            {QStringLiteral("existed"), file.existed},
            {QStringLiteral("table_made"), file.tableMade},
            {QStringLiteral("made_folders"), QJsonArray::fromStringList(file.madeFolders)},
            {QStringLiteral("hash_before"), encoded(file.hashBefore)},
            {QStringLiteral("versions"), listOf(file.versions, versionToJson)},
            {QStringLiteral("variables"), listOf(file.variables, variableToJson)}};
}

FileRecord fileFromJson(const QJsonObject &object)
{
    FileRecord file;
    file.path = object.value(QStringLiteral("path")).toString();
    file.target = object.value(QStringLiteral("target")).toString();
    file.form =
        object.value(QStringLiteral("editor")).toBool() ? SettingsForm::Editor : SettingsForm::ClaudeCode;
    file.existed = object.value(QStringLiteral("existed")).toBool();
    file.tableMade = object.value(QStringLiteral("table_made")).toBool();
    for (const QJsonValue &folder : object.value(QStringLiteral("made_folders")).toArray())
        file.madeFolders << folder.toString();
    file.hashBefore = decoded(object.value(QStringLiteral("hash_before")));
    file.versions = itemsOf(object.value(QStringLiteral("versions")), versionFromJson);
    file.variables = itemsOf(object.value(QStringLiteral("variables")), variableFromJson);
    return file;
}

QJsonObject journalToJson(const TakeoverJournal &journal)
{
    return {{QStringLiteral("version"), kVersion},
            {QStringLiteral("changing"), journal.changing},
            {QStringLiteral("since"), static_cast<qint64>(journal.since.time_since_epoch().count())},
            {QStringLiteral("url"), journal.url},
            {QStringLiteral("until_quit"), journal.untilQuit},
            {QStringLiteral("owner"), journal.owner.pid},
            {QStringLiteral("owner_began"), journal.owner.began},
            {QStringLiteral("files"), listOf(journal.files, fileToJson)}};
}

TakeoverJournal journalFromJson(const QJsonObject &object)
{
    TakeoverJournal journal;
    journal.changing = object.value(QStringLiteral("changing")).toBool(true);
    journal.since = TimePoint(milliseconds(object.value(QStringLiteral("since")).toInteger()));
    journal.url = object.value(QStringLiteral("url")).toString();
    journal.untilQuit = object.value(QStringLiteral("until_quit")).toBool();
    journal.owner = {object.value(QStringLiteral("owner")).toInteger(),
                     object.value(QStringLiteral("owner_began")).toString()};
    journal.files = itemsOf(object.value(QStringLiteral("files")), fileFromJson);
    return journal;
}

} // namespace

QByteArray contentHash(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

Result<std::optional<TakeoverJournal>> readJournal(const QString &path)
{
    const Result<std::optional<QByteArray>> text = readPrivateFile(path);
    if (!text)
        return text.refusal();
    if (!*text)
        return std::optional<TakeoverJournal>();
    const Result<QJsonObject> object = parseJsonObject(path, **text);
    if (!object)
        return object.refusal();
    const int version = object->value(QStringLiteral("version")).toInt();
    if (version != kVersion)
        return brokenAt(path, **text, {QStringLiteral("version")},
                        QStringLiteral("it is of version %1, this QCC knows %2").arg(version).arg(kVersion));
    return std::optional(journalFromJson(*object));
}

Result<Done> writeJournal(const QString &path, const TakeoverJournal &journal)
{
    return writePrivateFile(path, toJsonText(journalToJson(journal)));
}

} // namespace qcc
