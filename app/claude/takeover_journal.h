// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/process_mark.h"
#include "app/claude/variable_table.h"
#include "models/domain/time.h"

namespace qcc {

/// A variable of ours in a file of somebody else's.
struct VariableRecord
{
    QString name;
    QByteArrayList ours;              ///< raw values that are ours: while it is renewed, the old one too
    std::optional<QByteArray> before; ///< raw; none: it was not there
    bool operator==(const VariableRecord &) const = default;
};

/// What the file was made into, so that exactly this can be undone.
struct WrittenVersion
{
    QByteArray hash; ///< SHA-256 of the whole
    ByteEdits edits; ///< from the file as it was before
    bool operator==(const WrittenVersion &) const = default;
};

struct FileRecord
{
    QString path;
    QString target; ///< where its links led
    SettingsForm form = SettingsForm::ClaudeCode;
    bool existed = true;
    bool tableMade = false;  ///< the place for variables is ours
    QStringList madeFolders; ///< the outermost first
    QByteArray hashBefore;   ///< SHA-256
    std::vector<WrittenVersion> versions;
    std::vector<VariableRecord> variables;
    bool operator==(const FileRecord &) const = default;
};

/// All that is needed to bring back what was there before QCC. May hold others' secrets, and holds ours.
struct TakeoverJournal
{
    bool changing = true; ///< files may be as before, as after, or some of each
    TimePoint since{};
    QString url;
    bool untilQuit = false;
    ProcessMark owner; ///< who connected with untilQuit
    std::vector<FileRecord> files;
    bool operator==(const TakeoverJournal &) const = default;
};

/// None when there is none. FileUnreadable, FileBroken.
Result<std::optional<TakeoverJournal>> readJournal(const QString &path);
/// 0600, synced and in one step. FileUnwritable.
Result<Done> writeJournal(const QString &path, const TakeoverJournal &journal);

QByteArray contentHash(const QByteArray &content);

} // namespace qcc
