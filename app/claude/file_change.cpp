// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/file_change.h"

namespace qcc {

namespace {

/// What brings exactly the old file back, if nobody else has written the new one since.
std::optional<NewContent> exactlyAsBefore(const SettingsFile &file, const FileRecord &record)
{
    const QByteArray hash = contentHash(file.content);
    if (file.exists && record.existed && hash == record.hashBefore)
        return NewContent{file.content};
    for (const WrittenVersion &version : record.versions) {
        if (version.hash != hash)
            continue;
        const std::optional<QByteArray> before = applied(file.content, inverted(version.edits));
        if (before && contentHash(*before) == record.hashBefore)
            return record.existed ? NewContent{before} : NewContent{};
    }
    return std::nullopt;
}

QByteArray changed(const QByteArray &text, const ByteEdits &edits)
{
    return applied(text, edits).value_or(text); // made for this very text
}

} // namespace

VariableStanding standingOf(const VariableRecord &variable, const std::optional<QByteArray> &now)
{
    const auto isNow = [&](const QByteArray &raw) { return now && sameValue(*now, raw); };
    if (std::any_of(variable.ours.begin(), variable.ours.end(), isNow))
        return VariableStanding::Ours;
    const bool asBefore = variable.before ? isNow(*variable.before) : !now.has_value();
    return asBefore ? VariableStanding::AsBefore : VariableStanding::Edited;
}

Result<NewContent> withoutUs(const SettingsFile &file, const FileRecord &record)
{
    if (!file.exists)
        return NewContent{};
    if (const std::optional<NewContent> exactly = exactlyAsBefore(file, record))
        return *exactly;
    const Result<VariableTable> table = VariableTable::read(file.path, file.content, record.form);
    if (!table)
        return table.refusal();
    std::vector<RawVariable> back;
    QStringList gone;
    for (const VariableRecord &variable : record.variables) {
        if (standingOf(variable, table->raw(variable.name)) != VariableStanding::Ours)
            continue;
        if (variable.before)
            back.push_back({variable.name, *variable.before});
        else
            gone << variable.name;
    }
    const QByteArray replaced = changed(file.content, table->setting(back));
    const Result<VariableTable> rest = VariableTable::read(file.path, replaced, record.form);
    if (!rest)
        return rest.refusal();
    const QByteArray removed = changed(replaced, rest->removing(gone, record.tableMade));
    const Result<VariableTable> left = VariableTable::read(file.path, removed, record.form);
    if (!record.existed && left && left->isBare())
        return NewContent{};
    return NewContent{removed};
}

std::vector<VariableRecord> editedVariables(const SettingsFile &file, const FileRecord &record)
{
    const Result<VariableTable> table = VariableTable::read(file.path, file.content, record.form);
    std::vector<VariableRecord> edited;
    for (const VariableRecord &variable : record.variables) {
        if (table && standingOf(variable, table->raw(variable.name)) == VariableStanding::Edited)
            edited.push_back(variable);
    }
    return edited;
}

Result<FileChange> withVariables(const SettingsFile &file, SettingsForm form, const FileRecord *earlier,
                                 const std::function<std::vector<RawVariable>(const VariableTable &)> &wanted)
{
    const Result<NewContent> base =
        earlier ? withoutUs(file, *earlier)
                : Result<NewContent>(NewContent{file.exists ? std::optional(file.content) : std::nullopt});
    if (!base)
        return base.refusal();
    const QByteArray before = base->bytes.value_or(QByteArray());
    const Result<VariableTable> table = VariableTable::read(file.path, before, form);
    if (!table)
        return table.refusal();

    QStringList folders = missingFolders(file);
    if (earlier && folders.isEmpty())
        folders = earlier->madeFolders;
    FileChange change{file,
                      {},
                      {file.path,
                       file.target,
                       form,
                       base->bytes.has_value(),
                       !table->hasTable(),
                       folders,
                       contentHash(before),
                       {},
                       {}}};
    const std::vector<RawVariable> variables = wanted(*table);
    const ByteEdits edits = table->setting(variables);
    change.after = changed(before, edits);
    change.record.versions = {{contentHash(change.after), edits}};
    for (const RawVariable &variable : variables)
        change.record.variables.push_back({variable.name, {variable.value}, table->raw(variable.name)});
    return change;
}

} // namespace qcc
