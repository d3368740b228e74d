// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/takeover_findings.h"

#include "app/claude/claude_variables.h"
#include "app/claude/settings_file.h"
#include "app/claude/variable_table.h"

#include <QDir>

namespace qcc {

namespace {

using Kind = TakeoverFindingKind;
using Findings = std::vector<TakeoverFinding>;

constexpr int kMostFolders = 64; // between the working directory and the root
constexpr auto kApiKeyHelper = QLatin1StringView("apiKeyHelper");

VariableLookup lookInTable(const VariableTable &table)
{
    return [table](const QString &name) { return table.value(name); };
}

void addOurs(Findings &findings, const VariableTable &table, Kind kind, const QString &file, bool blocks)
{
    for (const QString &name : {QString(kBaseUrlVariable), QString(kTokenVariable)}) {
        if (table.raw(name))
            findings.push_back({kind, file, name, blocks});
    }
}

void addOtherProviders(Findings &findings, const VariableLookup &look, const QString &file)
{
    for (const QString &name : otherProviderVariables()) {
        if (isSwitchedOn(look(name)))
            findings.push_back({Kind::OtherProvider, file, name, true});
    }
}

/// Settings that win over the user's. What can't be read there does not count for Claude Code either.
void addWinning(Findings &findings, const QString &path, Kind kind)
{
    const Result<SettingsFile> file = lookAt(path);
    if (!file || !file->exists)
        return;
    const Result<VariableTable> table = VariableTable::read(path, file->content, SettingsForm::ClaudeCode);
    if (!table)
        return;
    const bool everywhere = kind == Kind::ManagedWins;
    addOurs(findings, *table, kind, path, everywhere);
    for (const QString &name : otherProviderVariables()) {
        if (isSwitchedOn(table->value(name)))
            findings.push_back({kind, path, name, everywhere});
    }
}

void addShell(Findings &findings, const QMap<QString, QString> &environment)
{
    for (const QString &name : {QString(kBaseUrlVariable), QString(kTokenVariable)}) {
        if (!environment.value(name).isEmpty())
            findings.push_back({Kind::ShellWins, {}, name, false});
    }
    if (!environment.value(kApiKeyVariable).isEmpty())
        findings.push_back({Kind::ApiKeySet, {}, kApiKeyVariable, false});
    addOtherProviders(findings, lookIn(environment), {});
}

void addOwnVariables(Findings &findings, const VariableTable &table, const ClaudePlaces &places)
{
    const QString &file = places.settingsFile;
    if (!table.value(kApiKeyVariable).value_or(QString()).isEmpty())
        findings.push_back({Kind::ApiKeySet, file, kApiKeyVariable, false});
    if (table.hasSetting(kApiKeyHelper))
        findings.push_back({Kind::ApiKeySet, file, kApiKeyHelper, false});
    addOtherProviders(findings, lookInTable(table), file);
    if (const auto proxy = proxyVariableIn(lookInBoth(lookInTable(table), lookIn(places.environment))))
        findings.push_back({Kind::ProxyVariable, table.value(*proxy) ? file : QString(), *proxy, false});
}

void addOwnFile(Findings &findings, const ClaudePlaces &places)
{
    const QString &path = places.settingsFile;
    const Result<SettingsFile> file = lookAt(path);
    if (!file) {
        findings.push_back({Kind::Broken, path, file.refusal().detail, true});
        return;
    }
    if (file->isLink())
        findings.push_back({Kind::Symlink, path, file->target, false});
    if (!file->exists)
        findings.push_back({Kind::Missing, path, {}, false});
    if (const std::optional<QString> why = whyUnwritable(*file)) {
        const bool hardLink = why->contains(QLatin1StringView("hard link"));
        findings.push_back({hardLink ? Kind::Unsupported : Kind::ReadOnly, path, *why, true});
    }
    const Result<VariableTable> table = VariableTable::read(path, file->content, SettingsForm::ClaudeCode);
    if (table)
        return addOwnVariables(findings, *table, places);
    const bool broken = table.refusal().code == RefusalCode::FileBroken;
    findings.push_back({broken ? Kind::Broken : Kind::Unsupported, path, table.refusal().detail, true});
}

} // namespace

QStringList projectFiles(const ClaudePlaces &places)
{
    QStringList files;
    if (places.workingDirectory.isEmpty())
        return files;
    QDir folder(places.workingDirectory);
    const QString own = QDir::cleanPath(places.settingsFile);
    for (int i = 0; i < kMostFolders; ++i) {
        if (folder.absolutePath() == QDir::cleanPath(places.homeDirectory))
            break;
        for (const QString &name : {QStringLiteral("settings.local.json"), QStringLiteral("settings.json")}) {
            const QString file = folder.absoluteFilePath(QStringLiteral(".claude/") + name);
            if (QFileInfo::exists(file) && file != own)
                files << file;
        }
        if (folder.exists(QStringLiteral(".git")) || !folder.cdUp())
            break;
    }
    return files;
}

std::vector<TakeoverFinding> takeoverFindings(const ClaudePlaces &places)
{
    Findings findings;
    addOwnFile(findings, places);
    for (const QString &file : places.managedFiles)
        addWinning(findings, file, Kind::ManagedWins);
    for (const QString &file : projectFiles(places))
        addWinning(findings, file, Kind::ProjectWins);
    addShell(findings, places.environment);
    std::stable_partition(findings.begin(), findings.end(),
                          [](const TakeoverFinding &finding) { return finding.blocks; });
    return findings;
}

} // namespace qcc
