// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/home.h"

#include "app/store/home_folder.h"

#include <QDir>
#include <QFileInfo>

namespace qcc {

namespace {

/// Whether its permissions are QCC's to change: it holds QCC's files, or nothing at all.
bool isQccsOwn(const QString &home)
{
    for (const char *name : {"configs.json", "priority_config.json", "secrets.json", "instance.lock"}) {
        if (QFileInfo(home + u'/' + QLatin1StringView(name)).isFile())
            return true;
    }
    return QDir(home).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

QString qccHomePath()
{
    const QString named = qEnvironmentVariable("QCC_HOME");
    return QDir::cleanPath(named.isEmpty() ? QDir::homePath() + QStringLiteral("/.qcc")
                                           : QDir().absoluteFilePath(named));
}

Result<QString> openHome(const QString &path)
{
    const QString home = QDir::cleanPath(QDir().absoluteFilePath(path));
    if (const Result<Done> made = makeOwnFolder(home, isQccsOwn); !made)
        return made.refusal();
    return QFileInfo(home).canonicalFilePath();
}

Result<QString> findHome(const QString &path)
{
    const QFileInfo home(QDir::cleanPath(QDir().absoluteFilePath(path)));
    const Result<FolderState> state = lookAtFolder(home.filePath());
    if (!state)
        return state.refusal();
    if (*state == FolderState::Usable)
        return home.canonicalFilePath();
    const Result<QString> parent = home.isRoot() ? home.filePath() : findHome(home.path());
    return parent ? Result<QString>(QDir(*parent).filePath(home.fileName())) : parent;
}

Result<QString> qccHome()
{
    return openHome(qccHomePath());
}

} // namespace qcc
