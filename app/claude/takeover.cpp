// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/takeover.h"

#include "app/claude/takeover_plan.h"
#include "app/secrets/file_lock.h"
#include "app/secrets/private_file.h"

#include <QFileInfo>

namespace qcc {

namespace {

Result<FileLock> lockFor(const QString &journalFile)
{
    const QFileInfo info(journalFile);
    const QString path = info.path() + u'/' + info.completeBaseName() + QStringLiteral(".lock");
    Result<std::optional<FileLock>> lock = FileLock::acquire(path, kTakeoverPatience);
    if (!lock)
        return lock.refusal();
    if (!*lock)
        return Refusal{RefusalCode::FileUnwritable, path, QStringLiteral("another process keeps it locked")};
    return std::move(**lock);
}

/// The file that was written; and the one that the record's path leads to by now, where a link was exchanged
/// since, for what is ours may have come along.
Result<std::vector<SettingsFile>> filesOf(const FileRecord &record)
{
    const Result<SettingsFile> written = lookAt(record.target);
    if (!written)
        return written.refusal();
    std::vector<SettingsFile> files{*written};
    const Result<SettingsFile> named = lookAt(record.path);
    if (named && named->exists && named->target != written->target)
        files.push_back(*named);
    return files;
}

Result<Done> putBackIn(const SettingsFile &file, const FileRecord &record, const StepWatch &watch)
{
    const Result<NewContent> before = withoutUs(file, record);
    if (!before)
        return before.refusal();
    if (!before->bytes)
        return takeAway(file, record.madeFolders, watch);
    if (*before->bytes == file.content)
        return Done{};
    if (const std::optional<QString> why = whyUnwritable(file))
        return Refusal{RefusalCode::FileUnwritable, file.path, *why};
    return replaceContent(file, *before->bytes, watch);
}

Result<Done> putBackFile(const FileRecord &record, const StepWatch &watch)
{
    removeTemporaryFiles(record.target);
    const Result<std::vector<SettingsFile>> files = filesOf(record);
    if (!files)
        return files.refusal();
    for (const SettingsFile &file : *files) {
        if (const Result<Done> back = putBackIn(file, record, watch); !back)
            return back;
    }
    return Done{};
}

std::optional<Refusal> editedIn(const TakeoverJournal &journal)
{
    for (const FileRecord &record : journal.files) {
        const Result<std::vector<SettingsFile>> files = filesOf(record);
        if (files && std::ranges::any_of(*files, [&](const SettingsFile &file) {
                return !editedVariables(file, record).empty();
            }))
            return Refusal{RefusalCode::ChangedMeanwhile, record.path, {}};
    }
    return std::nullopt;
}

/// While files change, what was ours before counts too: a kill may leave either.
TakeoverJournal whileChanging(TakeoverJournal journal, const std::optional<TakeoverJournal> &earlier)
{
    journal.changing = true;
    if (!earlier)
        return journal;
    for (const FileRecord &old : earlier->files) {
        const auto record = std::find_if(journal.files.begin(), journal.files.end(),
                                         [&](const FileRecord &file) { return file.path == old.path; });
        if (record == journal.files.end())
            continue;
        record->versions.insert(record->versions.end(), old.versions.begin(), old.versions.end());
        for (const VariableRecord &variable : old.variables) {
            const auto same =
                std::find_if(record->variables.begin(), record->variables.end(),
                             [&](const VariableRecord &mine) { return mine.name == variable.name; });
            if (same == record->variables.end())
                record->variables.push_back(variable);
            else
                same->ours << variable.ours;
        }
    }
    return journal;
}

TakeoverJournal journalOf(const TakeoverPlan &plan, const QString &url, const TakeoverOptions &options,
                          const std::optional<TakeoverJournal> &earlier)
{
    TakeoverJournal journal;
    journal.changing = false;
    journal.url = url;
    journal.since = earlier ? earlier->since
                            : std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    journal.untilQuit = options.untilQuit && (!earlier || earlier->untilQuit);
    const bool keepsOwner = journal.untilQuit && earlier && isRunning(earlier->owner);
    journal.owner = keepsOwner ? earlier->owner : journal.untilQuit ? ownProcess() : ProcessMark();
    for (const FileChange &change : plan.files)
        journal.files.push_back(change.record);
    return journal;
}

} // namespace

Takeover::Takeover(ClaudePlaces places, StepWatch watch)
    : m_places(std::move(places)), m_watch(std::move(watch))
{
}

Result<Done> Takeover::connect(const QString &url, const Secret &token, const TakeoverOptions &options)
{
    const Result<FileLock> lock = lockFor(m_places.journalFile);
    if (!lock)
        return lock.refusal();
    Result<std::optional<TakeoverJournal>> earlier = readJournal(m_places.journalFile);
    if (!earlier)
        return earlier.refusal();
    if (*earlier && (*earlier)->changing) {
        if (const Result<Done> mended = putBack(**earlier, EditedValues::Keep); !mended)
            return mended;
        earlier->reset();
    }
    const TakeoverJournal *known = *earlier ? &**earlier : nullptr;
    const Result<TakeoverPlan> plan = planTakeover(m_places, known, url, token, options);
    if (!plan)
        return plan.refusal();
    const TakeoverJournal journal = journalOf(*plan, url, options, *earlier);
    if (known && journal == *known && !plan->isNeeded())
        return Done{};
    if (plan->isNeeded()) {
        m_watch("write the journal");
        const TakeoverJournal changing = whileChanging(journal, *earlier);
        if (const Result<Done> noted = writeJournal(m_places.journalFile, changing); !noted)
            return noted;
        if (const Result<Done> written = writeNew(changing, *plan); !written)
            return written;
    }
    m_watch("complete the journal");
    return writeJournal(m_places.journalFile, journal);
}

Result<Done> Takeover::writeNew(const TakeoverJournal &journal, const TakeoverPlan &plan) const
{
    for (const FileChange &change : plan.files) {
        if (!change.isNeeded())
            continue;
        const Result<Done> written = replaceContent(change.file, change.after, m_watch);
        if (written)
            continue;
        const Result<Done> back = putBack(journal, EditedValues::Keep);
        return back ? written : back;
    }
    return Done{};
}

Result<Done> Takeover::putBack(const TakeoverJournal &journal, EditedValues edited) const
{
    if (const std::optional<Refusal> others = editedIn(journal); others && edited == EditedValues::Refuse)
        return *others;
    if (!journal.changing) {
        TakeoverJournal changing = journal;
        changing.changing = true;
        m_watch("mark the journal");
        if (const Result<Done> noted = writeJournal(m_places.journalFile, changing); !noted)
            return noted;
    }
    for (const FileRecord &record : journal.files) {
        if (const Result<Done> back = putBackFile(record, m_watch); !back)
            return back;
    }
    m_watch("remove the journal");
    return removePrivateFile(m_places.journalFile);
}

Result<Done> Takeover::disconnect(EditedValues edited)
{
    if (!QFileInfo::exists(m_places.journalFile))
        return Refusal{RefusalCode::NotConnected, m_places.settingsFile, {}};
    const Result<FileLock> lock = lockFor(m_places.journalFile);
    if (!lock)
        return lock.refusal();
    const Result<std::optional<TakeoverJournal>> journal = readJournal(m_places.journalFile);
    if (!journal)
        return journal.refusal();
    if (!*journal)
        return Refusal{RefusalCode::NotConnected, m_places.settingsFile, {}};
    return putBack(**journal, edited);
}

Result<Done> Takeover::restore()
{
    return disconnect(EditedValues::Keep);
}

Result<bool> Takeover::putBackIf(const std::function<bool(const TakeoverJournal &)> &condition) const
{
    if (!QFileInfo::exists(m_places.journalFile))
        return false;
    const Result<FileLock> lock = lockFor(m_places.journalFile);
    if (!lock)
        return lock.refusal();
    const Result<std::optional<TakeoverJournal>> journal = readJournal(m_places.journalFile);
    if (!journal)
        return journal.refusal();
    if (!*journal || !condition(**journal))
        return false;
    const Result<Done> back = putBack(**journal, EditedValues::Keep);
    return back ? Result<bool>(true) : back.refusal();
}

Result<bool> Takeover::settleAfterCrash()
{
    return putBackIf([](const TakeoverJournal &journal) {
        return journal.changing || (journal.untilQuit && !isRunning(journal.owner));
    });
}

Result<bool> Takeover::disconnectAtQuit()
{
    return putBackIf(
        [](const TakeoverJournal &journal) { return journal.untilQuit && journal.owner == ownProcess(); });
}

} // namespace qcc
