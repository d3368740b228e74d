// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/settings_file.h"

#include "app/claude/settings_disk.h"
#include "app/secrets/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace qcc {

namespace {

constexpr int kMostLinks = 40; // as the kernel follows at most
constexpr auto kTemporarySuffix = QLatin1StringView(".qcc-new");

Refusal unwritable(const QString &path, const QString &reason)
{
    return {RefusalCode::FileUnwritable, path, reason};
}

Result<QString> endOfLinks(const QString &path)
{
    QFileInfo end(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    for (int i = 0; i < kMostLinks && end.isSymLink(); ++i)
        end = QFileInfo(end.symLinkTarget());
    if (end.isSymLink())
        return Refusal{RefusalCode::FileUnreadable, path, QStringLiteral("its links lead in a circle")};
    return end.filePath();
}

QString temporaryPath(const QString &target)
{
    const QFileInfo info(target);
    return QStringLiteral("%1/.%2.%3")
               .arg(info.path(), info.fileName())
               .arg(QCoreApplication::applicationPid()) +
           kTemporarySuffix;
}

Result<Done> unchanged(const SettingsFile &file)
{
    const Result<SettingsFile> now = lookAt(file.path);
    if (!now)
        return now.refusal();
    if (now->target != file.target || now->exists != file.exists || now->content != file.content)
        return Refusal{RefusalCode::ChangedMeanwhile, file.path, {}};
    return Done{};
}

Result<Done> makeFolders(const SettingsFile &file, const StepWatch &watch)
{
    for (const QString &folder : missingFolders(file)) {
        watch("make a folder");
        if (const DiskError error = makeFolder(folder))
            return unwritable(folder, *error);
    }
    return Done{};
}

Result<Done> putInPlace(const QString &temporary, const SettingsFile &file, const QByteArray &content,
                        const StepWatch &watch)
{
    watch("write a temporary file");
    if (const DiskError error = writeTemporary(temporary, file.target, content))
        return unwritable(file.path, *error);
    watch("compare");
    if (const Result<Done> same = unchanged(file); !same)
        return same;
    watch("rename");
    if (const DiskError error = renameOver(temporary, file.target))
        return unwritable(file.path, *error);
    return Done{};
}

} // namespace

Result<SettingsFile> lookAt(const QString &path)
{
    const Result<QString> target = endOfLinks(path);
    if (!target)
        return target.refusal();
    const Result<std::optional<QByteArray>> content = readPrivateFile(*target);
    if (!content)
        return Refusal{RefusalCode::FileUnreadable, path, content.refusal().detail};
    return SettingsFile{QDir::cleanPath(QFileInfo(path).absoluteFilePath()), *target, content->has_value(),
                        content->value_or(QByteArray())};
}

std::optional<QString> whyUnwritable(const SettingsFile &file)
{
    return whyNotReplaceable(file.target);
}

QString nearestFolder(const QString &target)
{
    QString folder = QFileInfo(target).path();
    while (!QFileInfo::exists(folder) && QFileInfo(folder).path() != folder)
        folder = QFileInfo(folder).path();
    return folder;
}

QStringList missingFolders(const SettingsFile &file)
{
    QStringList folders;
    const QString there = nearestFolder(file.target);
    for (QString folder = QFileInfo(file.target).path(); folder != there; folder = QFileInfo(folder).path())
        folders.prepend(folder);
    return folders;
}

Result<Done> replaceContent(const SettingsFile &file, const QByteArray &content, const StepWatch &watch)
{
    if (const Result<Done> made = makeFolders(file, watch); !made)
        return made;
    const QString temporary = temporaryPath(file.target);
    const Result<Done> placed = putInPlace(temporary, file, content, watch);
    if (!placed) {
        if (const DiskError error = removeFile(temporary))
            qWarning("%s: cannot be removed: %s", qUtf8Printable(temporary), qUtf8Printable(*error));
        return placed;
    }
    watch("sync the folder");
    syncFolder(QFileInfo(file.target).path());
    return placed;
}

Result<Done> takeAway(const SettingsFile &file, const QStringList &folders, const StepWatch &watch)
{
    if (const Result<Done> same = unchanged(file); !same)
        return same;
    watch("remove the file");
    if (const DiskError error = removeFile(file.target))
        return unwritable(file.path, *error);
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
        watch("remove a folder");
        if (!QDir().rmdir(*folder))
            break; // somebody keeps something in it
    }
    syncFolder(nearestFolder(file.target));
    return Done{};
}

void removeTemporaryFiles(const QString &target)
{
    const QFileInfo info(target);
    const QDir folder = info.dir();
    const QString pattern = QStringLiteral(".%1.*").arg(info.fileName()) + kTemporarySuffix;
    for (const QString &name : folder.entryList({pattern}, QDir::Files | QDir::Hidden)) {
        if (!QFile::remove(folder.filePath(name)))
            qWarning("%s: cannot be removed", qUtf8Printable(folder.filePath(name)));
    }
}

} // namespace qcc
