// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settings_files.h"

#include "app/secrets/private_file.h"
#include "app/store/settings_journal.h"

#include <QCryptographicHash>

namespace qcc {

namespace {

// Reading the pair again until it stands still outlasts any writer's two renames.
constexpr int kReadings = 20;

/// The file's content in the journal counts as long as nobody has written the file since.
void seeThrough(const std::optional<JournalEntry> &entry, std::optional<QByteArray> &text)
{
    if (entry && contentHash(text) == entry->before)
        text = entry->after;
}

} // namespace

SettingsFiles::SettingsFiles(const QString &home) : m_home(home) {}

QString SettingsFiles::configsPath() const
{
    return m_home + QStringLiteral("/configs.json");
}

QString SettingsFiles::priorityPath() const
{
    return m_home + QStringLiteral("/priority_config.json");
}

QString SettingsFiles::journalPath() const
{
    return m_home + QStringLiteral("/settings.journal");
}

Result<SettingsTexts> SettingsFiles::readOnce() const
{
    Result<std::optional<QByteArray>> configs = readPrivateFile(configsPath());
    if (!configs)
        return configs.refusal();
    Result<std::optional<QByteArray>> priority = readPrivateFile(priorityPath());
    if (!priority)
        return priority.refusal();
    const Result<std::optional<QByteArray>> text = readPrivateFile(journalPath());
    if (!text)
        return text.refusal();
    SettingsTexts texts{std::move(configs).value(), std::move(priority).value()};
    if (!*text)
        return texts;
    const Result<SettingsJournal> journal = parseJournal(journalPath(), **text);
    if (!journal)
        return journal.refusal();
    seeThrough(journal->configs, texts.configs);
    seeThrough(journal->priority, texts.priority);
    return texts;
}

Result<SettingsTexts> SettingsFiles::read() const
{
    Result<SettingsTexts> last = readOnce();
    for (int i = 1; last && i < kReadings; ++i) {
        Result<SettingsTexts> again = readOnce();
        if (!again || *again == *last)
            return again;
        last = std::move(again);
    }
    return last;
}

Result<Done> SettingsFiles::replace(const SettingsTexts &before, const SettingsTexts &after)
{
    const bool configsDiffer = after.configs && after.configs != before.configs;
    const bool priorityDiffers = after.priority && after.priority != before.priority;
    if (!configsDiffer || !priorityDiffers) {
        if (configsDiffer)
            return writePrivateFile(configsPath(), *after.configs);
        return priorityDiffers ? writePrivateFile(priorityPath(), *after.priority) : Result<Done>(Done{});
    }
    const SettingsJournal journal{JournalEntry{contentHash(before.configs), *after.configs},
                                  JournalEntry{contentHash(before.priority), *after.priority}};
    if (Result<Done> written = writePrivateFile(journalPath(), journalText(journal)); !written)
        return written;
    Result<Done> settled = settle();
    return settled || !takeBack(after) ? Result<Done>(Done{}) : settled;
}

/// Taking the journal back takes the change back as long as no file holds it; else, or if even that fails,
/// the change counts.
bool SettingsFiles::takeBack(const SettingsTexts &after) const
{
    const Result<std::optional<QByteArray>> configs = readPrivateFile(configsPath());
    const bool holdsIt = configs && *configs == after.configs;
    return !holdsIt && removePrivateFile(journalPath()).ok();
}

Result<Done> SettingsFiles::settle()
{
    removeLeftovers(m_home);
    const Result<std::optional<QByteArray>> text = readPrivateFile(journalPath());
    if (!text)
        return text.refusal();
    if (!*text)
        return Done{};
    const Result<SettingsTexts> counted = readOnce();
    if (!counted)
        return counted.refusal();
    const std::pair<QString, const std::optional<QByteArray> &> files[] = {
        {configsPath(), counted->configs}, {priorityPath(), counted->priority}};
    for (const auto &[path, content] : files) {
        const Result<std::optional<QByteArray>> present = readPrivateFile(path);
        if (!present)
            return present.refusal();
        if (*present == content || !content)
            continue;
        if (Result<Done> written = writePrivateFile(path, *content); !written)
            return written;
    }
    return removePrivateFile(journalPath());
}

QByteArray SettingsFiles::fingerprint() const
{
    const Result<SettingsTexts> texts = read();
    return texts ? fingerprintOf(*texts) : QByteArray();
}

QByteArray fingerprintOf(const SettingsTexts &texts)
{
    return contentHash(texts.configs) + '/' + contentHash(texts.priority);
}

} // namespace qcc
