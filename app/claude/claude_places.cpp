// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/claude_places.h"

#include <QDir>
#include <QProcessEnvironment>

namespace qcc {

namespace {

QMap<QString, QString> environmentOfThisProcess()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> variables;
    for (const QString &name : environment.keys())
        variables.insert(name, environment.value(name));
    return variables;
}

QString claudeFolder(const QString &home)
{
    const QString chosen = qEnvironmentVariable("CLAUDE_CONFIG_DIR");
    return chosen.isEmpty() ? home + QStringLiteral("/.claude") : QDir(chosen).absolutePath();
}

/// The managed settings and the drop-ins beside them. QCC_MANAGED_SETTINGS names another folder: for tests
/// only, which must not look at this machine's.
QStringList managedFilesHere()
{
#if defined(Q_OS_WIN)
    QStringList folders{QStringLiteral("C:/Program Files/ClaudeCode"),
                        QStringLiteral("C:/ProgramData/ClaudeCode")};
#elif defined(Q_OS_MACOS)
    QStringList folders{QStringLiteral("/Library/Application Support/ClaudeCode")};
#else
    QStringList folders{QStringLiteral("/etc/claude-code")};
#endif
    if (const QString instead = qEnvironmentVariable("QCC_MANAGED_SETTINGS"); !instead.isEmpty())
        folders = {instead};
    QStringList files;
    for (const QString &folder : folders) {
        files << folder + QStringLiteral("/managed-settings.json");
        const QDir dropIns(folder + QStringLiteral("/managed-settings.d"));
        for (const QString &name : dropIns.entryList({QStringLiteral("*.json")}, QDir::Files))
            files << dropIns.filePath(name);
    }
    return files;
}

/// Where the editors of the VS Code family keep their folders.
QString editorsFolder(const QString &home)
{
#if defined(Q_OS_WIN)
    const QString roaming = qEnvironmentVariable("APPDATA");
    return roaming.isEmpty() ? home + QStringLiteral("/AppData/Roaming")
                             : QDir::fromNativeSeparators(roaming);
#elif defined(Q_OS_MACOS)
    return home + QStringLiteral("/Library/Application Support");
#else
    const QString chosen = qEnvironmentVariable("XDG_CONFIG_HOME");
    return QDir::isAbsolutePath(chosen) ? chosen : home + QStringLiteral("/.config");
#endif
}

std::vector<EditorPlace> editorsIn(const QString &folder)
{
    const auto place = [&](const char *name, const char *directory) {
        return EditorPlace{QString::fromLatin1(name), folder + u'/' + QString::fromLatin1(directory) +
                                                          QStringLiteral("/User/settings.json")};
    };
    return {place("VS Code", "Code"), place("VS Code Insiders", "Code - Insiders"),
            place("VSCodium", "VSCodium"), place("Cursor", "Cursor")};
}

} // namespace

ClaudePlaces claudePlaces(const QString &qccHome)
{
    const QString home = QDir::homePath();
    ClaudePlaces places;
    places.journalFile = qccHome + QStringLiteral("/claude_takeover.json");
    places.settingsFile = QDir::cleanPath(claudeFolder(home) + QStringLiteral("/settings.json"));
    places.managedFiles = managedFilesHere();
    places.workingDirectory = QDir::currentPath();
    places.homeDirectory = home;
    places.environment = environmentOfThisProcess();
    places.editors = editorsIn(editorsFolder(home));
    return places;
}

} // namespace qcc
