// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/claude_variables.h"
#include "app/claude/file_change.h"
#include "app/claude/takeover.h"
#include "app/claude/takeover_findings.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace qcc {

namespace {

constexpr qsizetype kLongestShown = 200; // characters of a value

bool isSecretName(const QString &name)
{
    return name == kTokenVariable;
}

/// A raw value for people: no token, no password of an address.
QString shown(const QString &name, const QByteArray &raw)
{
    if (isSecretName(name))
        return Secret::toDisplay();
    const QJsonValue value = QJsonDocument::fromJson("[" + raw + "]").array().first();
    QString text = value.isString() ? value.toString() : QString::fromUtf8(raw);
    const QUrl url(text, QUrl::StrictMode);
    if (name == kBaseUrlVariable && !url.userInfo().isEmpty())
        text = url.toString(QUrl::RemoveUserInfo);
    return text.left(kLongestShown);
}

QString shown(const QString &name, const std::optional<QByteArray> &raw)
{
    return raw ? shown(name, *raw) : QString();
}

/// Our values that are not ours any more, where Claude Code looks for them.
std::vector<TakeoverEdit> editsIn(const FileRecord &record)
{
    const Result<SettingsFile> file = lookAt(record.path);
    if (!file)
        return {};
    const Result<VariableTable> table = VariableTable::read(record.path, file->content, record.form);
    if (!table)
        return {};
    std::vector<TakeoverEdit> edits;
    for (const VariableRecord &variable : record.variables) {
        const std::optional<QByteArray> now = table->raw(variable.name);
        if (standingOf(variable, now) != VariableStanding::Ours && !variable.ours.isEmpty())
            edits.push_back({variable.name, shown(variable.name, variable.ours.first()),
                             shown(variable.name, now), shown(variable.name, variable.before)});
    }
    return edits;
}

bool canBeRead(const std::vector<TakeoverFinding> &findings)
{
    return std::none_of(findings.begin(), findings.end(), [](const TakeoverFinding &finding) {
        return finding.blocks && (finding.kind == TakeoverFindingKind::Broken ||
                                  finding.kind == TakeoverFindingKind::Unsupported);
    });
}

/// The variables of `qcc claude env` in the shell are no trouble: they say the same.
void withoutAgreeing(std::vector<TakeoverFinding> &findings, const ClaudePlaces &places, const QString &url)
{
    if (url.isEmpty() || places.environment.value(kBaseUrlVariable) != url)
        return;
    std::erase_if(findings, [](const TakeoverFinding &finding) {
        return finding.kind == TakeoverFindingKind::ShellWins;
    });
}

void tellOf(const TakeoverJournal &journal, TakeoverStatus &status)
{
    status.url = journal.url;
    status.since = journal.since;
    status.untilQuit = journal.untilQuit;
    for (const FileRecord &record : journal.files) {
        const std::vector<TakeoverEdit> edits = editsIn(record);
        status.edits.insert(status.edits.end(), edits.begin(), edits.end());
    }
    if (journal.changing)
        status.state = TakeoverState::Interrupted;
    else if (!canBeRead(status.findings))
        status.state = TakeoverState::Unusable;
    else
        status.state = status.edits.empty() ? TakeoverState::On : TakeoverState::Edited;
}

bool setsAnother(const QString &path, const std::vector<ClaudeVariable> &variables)
{
    const Result<SettingsFile> file = lookAt(path);
    if (!file)
        return false;
    const Result<VariableTable> table =
        VariableTable::read(file->path, file->content, SettingsForm::ClaudeCode);
    return table && std::ranges::any_of(variables, [&](const ClaudeVariable &variable) {
               const std::optional<QString> theirs = table->value(variable.name);
               return theirs && *theirs != variable.value;
           });
}

} // namespace

TakeoverStatus Takeover::status() const
{
    TakeoverStatus status;
    const Result<std::optional<TakeoverJournal>> journal = readJournal(m_places.journalFile);
    ClaudePlaces places = m_places;
    if (journal && *journal && !(*journal)->files.empty())
        places.settingsFile = (*journal)->files.front().path;
    status.file = places.settingsFile;
    status.findings = takeoverFindings(places);
    if (!journal) {
        status.state = TakeoverState::Unusable;
        status.findings.insert(status.findings.begin(), {TakeoverFindingKind::Broken, m_places.journalFile,
                                                         journal.refusal().detail, true});
    } else if (*journal) {
        tellOf(**journal, status);
        withoutAgreeing(status.findings, places, status.url);
    } else if (!canBeRead(status.findings)) {
        status.state = TakeoverState::Unusable;
    }
    return status;
}

QStringList Takeover::filesAgainst(const std::vector<ClaudeVariable> &variables) const
{
    QStringList files;
    for (const QString &path : QStringList(m_places.settingsFile) + projectFiles(m_places)) {
        if (setsAnother(path, variables))
            files << path;
    }
    return files;
}

QStringList Takeover::watchedPaths() const
{
    QStringList candidates{m_places.journalFile, m_places.settingsFile};
    if (const Result<SettingsFile> file = lookAt(m_places.settingsFile); file && file->isLink())
        candidates << file->target;
    candidates << m_places.managedFiles << projectFiles(m_places);
    QStringList paths;
    for (const QString &file : std::as_const(candidates)) {
        for (const QString &path : {file, QFileInfo(file).path()}) {
            if (QFileInfo::exists(path) && !paths.contains(path))
                paths << path;
        }
    }
    return paths;
}

} // namespace qcc
