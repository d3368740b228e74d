// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settings_journal.h"

#include "app/secrets/json_file.h"

#include <QCryptographicHash>

namespace qcc {

namespace {

constexpr auto kConfigs = QLatin1StringView("configs.json");
constexpr auto kPriority = QLatin1StringView("priority_config.json");
constexpr auto kBefore = QLatin1StringView("before");
constexpr auto kAfter = QLatin1StringView("after");

QJsonObject entryObject(const JournalEntry &entry)
{
    return {{kBefore, QString::fromLatin1(entry.before)}, {kAfter, QString::fromUtf8(entry.after)}};
}

std::optional<JournalEntry> entryOf(const QJsonValue &value)
{
    const QJsonValue before = value[kBefore];
    const QJsonValue after = value[kAfter];
    if (!before.isString() || !after.isString())
        return std::nullopt;
    return JournalEntry{before.toString().toLatin1(), after.toString().toUtf8()};
}

} // namespace

QByteArray contentHash(const std::optional<QByteArray> &content)
{
    return content ? QCryptographicHash::hash(*content, QCryptographicHash::Sha256).toHex()
                   : QByteArray("none");
}

QByteArray journalText(const SettingsJournal &journal)
{
    QJsonObject object{{QStringLiteral("version"), 1}};
    if (journal.configs)
        object.insert(kConfigs, entryObject(*journal.configs));
    if (journal.priority)
        object.insert(kPriority, entryObject(*journal.priority));
    return toJsonText(object);
}

Result<SettingsJournal> parseJournal(const QString &path, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(path, text);
    if (!object)
        return object.refusal();
    SettingsJournal journal{entryOf(object->value(kConfigs)), entryOf(object->value(kPriority))};
    for (const auto &[name, entry] :
         {std::pair(kConfigs, &journal.configs), std::pair(kPriority, &journal.priority)}) {
        if (!*entry && object->contains(name))
            return brokenAt(path, text, {QString(name)}, QStringLiteral("before and after are needed"));
    }
    return journal;
}

} // namespace qcc
