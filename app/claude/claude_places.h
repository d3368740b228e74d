// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <vector>

namespace qcc {

/// The User settings of one editor of the VS Code family.
struct EditorPlace
{
    QString name; ///< "VS Code", "VSCodium", …
    QString file; ///< …/User/settings.json; the editor is there when this file's folder is
    bool operator==(const EditorPlace &) const = default;
};

/// Every path and variable that decides what Claude Code does, so that tests can give their own.
struct ClaudePlaces
{
    QString journalFile;                ///< QCC_HOME/claude_takeover.json
    QString settingsFile;               ///< settings.json of CLAUDE_CONFIG_DIR, or of ~/.claude
    QStringList managedFiles;           ///< what an administrator has set for everybody on this machine
    QString workingDirectory;           ///< where projects are looked for, upwards; empty: nowhere
    QString homeDirectory;              ///< no project is looked for in it or above
    QMap<QString, QString> environment; ///< the variables of the shell that started this program
    std::vector<EditorPlace> editors;   ///< those that may be connected on request
    bool operator==(const ClaudePlaces &) const = default;
};

/// Those of this process and user, for the home folder @p qccHome (as findHome() or openHome() gives it).
/// Reads the environment and folders; opens no file.
ClaudePlaces claudePlaces(const QString &qccHome);

} // namespace qcc
