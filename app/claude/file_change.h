// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/settings_file.h"
#include "app/claude/takeover_journal.h"

namespace qcc {

/// How a variable of ours stands now.
enum class VariableStanding {
    Ours,     ///< as we wrote it
    AsBefore, ///< as it was before us: put back already, or never written
    Edited    ///< neither
};

VariableStanding standingOf(const VariableRecord &variable, const std::optional<QByteArray> &now);

/// What a file becomes.
struct NewContent
{
    std::optional<QByteArray> bytes; ///< none: it is taken away
    bool operator==(const NewContent &) const = default;
};

/// @p file without us: exactly as it was before when nobody else has written it since, else as it is now with
/// our values replaced by what was there. Edited values stay. FileBroken, InTheWay: it can't be read any
/// more.
Result<NewContent> withoutUs(const SettingsFile &file, const FileRecord &record);

/// The variables that somebody else has changed since. A file that can't be read any more has none.
std::vector<VariableRecord> editedVariables(const SettingsFile &file, const FileRecord &record);

/// A file and what it is to become, with the journal's record of it.
struct FileChange
{
    SettingsFile file;
    QByteArray after;
    FileRecord record;
    bool isNeeded() const { return !file.exists || after != file.content; }
};

/// Puts @p variables (name and text) into @p file. With @p earlier, what is there of ours is renewed, and
/// what was there before us stays known.
Result<FileChange>
withVariables(const SettingsFile &file, SettingsForm form, const FileRecord *earlier,
              const std::function<std::vector<RawVariable>(const VariableTable &)> &wanted);

} // namespace qcc
