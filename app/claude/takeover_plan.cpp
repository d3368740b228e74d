// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/takeover_plan.h"

#include "app/claude/claude_variables.h"
#include "app/claude/takeover_findings.h"

#include <QFileInfo>

namespace qcc {

namespace {

/// A place of variables that is to be changed.
struct Goal
{
    QString path;
    SettingsForm form = SettingsForm::ClaudeCode;
};

const FileRecord *recordOf(const TakeoverJournal *journal, const QString &path)
{
    if (!journal)
        return nullptr;
    const auto found = std::find_if(journal->files.begin(), journal->files.end(),
                                    [&](const FileRecord &record) { return record.path == path; });
    return found == journal->files.end() ? nullptr : &*found;
}

bool editorIsThere(const EditorPlace &editor)
{
    return QFileInfo(QFileInfo(editor.file).path()).isDir();
}

Result<std::vector<Goal>> goalsAt(const ClaudePlaces &places, const TakeoverJournal *earlier,
                                  const TakeoverOptions &options)
{
    std::vector<Goal> goals{{places.settingsFile, SettingsForm::ClaudeCode}};
    for (const EditorPlace &editor : places.editors) {
        if ((options.editors && editorIsThere(editor)) || recordOf(earlier, editor.file))
            goals.push_back({editor.file, SettingsForm::Editor});
    }
    if (options.editors && goals.size() == 1)
        return Refusal{RefusalCode::InTheWay, QStringLiteral("VS Code"),
                       QStringLiteral("neither it nor an editor like it has settings here")};
    return goals;
}

std::vector<RawVariable> wantedIn(const VariableTable &table, const ClaudePlaces &places, const QString &url,
                                  const Secret &token, const TakeoverOptions &options)
{
    std::vector<RawVariable> wanted{{kBaseUrlVariable, jsonString(url)},
                                    {kTokenVariable, jsonString(QString::fromUtf8(token.reveal()))}};
    const VariableLookup inFile = [&table](const QString &name) { return table.value(name); };
    for (const ClaudeVariable &variable :
         loopbackExceptions(url, lookInBoth(inFile, lookIn(places.environment))))
        wanted.push_back({variable.name, jsonString(variable.value)});
    if (options.toolSearch)
        wanted.push_back({kToolSearchVariable, jsonString(QStringLiteral("true"))});
    return wanted;
}

std::optional<Refusal> conflict(const SettingsFile &file, const FileRecord *earlier)
{
    if (!earlier || editedVariables(file, *earlier).empty())
        return std::nullopt;
    return Refusal{RefusalCode::ChangedMeanwhile, file.path, {}};
}

Result<FileChange> planFile(const Goal &goal, const ClaudePlaces &places, const FileRecord *earlier,
                            const QString &url, const Secret &token, const TakeoverOptions &options)
{
    const Result<SettingsFile> file = lookAt(goal.path);
    if (!file)
        return file.refusal();
    if (const std::optional<Refusal> edited = conflict(*file, earlier))
        return *edited;
    Result<FileChange> change = withVariables(*file, goal.form, earlier, [&](const VariableTable &table) {
        return wantedIn(table, places, url, token, options);
    });
    if (!change || !change->isNeeded())
        return change;
    if (const std::optional<QString> why = whyUnwritable(*file))
        return Refusal{RefusalCode::FileUnwritable, file->path, *why};
    return change;
}

QString blockingDetail(const TakeoverFinding &finding)
{
    if (finding.kind == TakeoverFindingKind::ManagedWins)
        return QStringLiteral("the administrator's settings %1 set %2").arg(finding.file, finding.detail);
    if (finding.kind == TakeoverFindingKind::OtherProvider)
        return QStringLiteral("%1 is set, so Claude Code asks another service").arg(finding.detail);
    return finding.detail;
}

/// What would make connecting useless. Broken and read-only files are refused as such elsewhere.
std::optional<Refusal> uselessness(const ClaudePlaces &places)
{
    for (const TakeoverFinding &finding : takeoverFindings(places)) {
        if (finding.blocks && (finding.kind == TakeoverFindingKind::ManagedWins ||
                               finding.kind == TakeoverFindingKind::OtherProvider))
            return Refusal{RefusalCode::InTheWay, places.settingsFile, blockingDetail(finding)};
    }
    return std::nullopt;
}

} // namespace

bool TakeoverPlan::isNeeded() const
{
    return std::any_of(files.begin(), files.end(),
                       [](const FileChange &change) { return change.isNeeded(); });
}

Result<TakeoverPlan> planTakeover(const ClaudePlaces &places, const TakeoverJournal *earlier,
                                  const QString &url, const Secret &token, const TakeoverOptions &options)
{
    if (earlier && !recordOf(earlier, places.settingsFile) && !earlier->files.empty())
        return Refusal{RefusalCode::InTheWay, earlier->files.front().path,
                       QStringLiteral("it is connected; disconnect it before another settings folder")};
    const Result<std::vector<Goal>> goals = goalsAt(places, earlier, options);
    if (!goals)
        return goals.refusal();
    TakeoverPlan plan;
    for (const Goal &goal : *goals) {
        Result<FileChange> change = planFile(goal, places, recordOf(earlier, goal.path), url, token, options);
        if (!change)
            return change.refusal();
        plan.files.push_back(std::move(change).value());
    }
    if (const std::optional<Refusal> useless = options.anyway ? std::nullopt : uselessness(places))
        return *useless;
    return plan;
}

} // namespace qcc
