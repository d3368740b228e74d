// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/settings_file.h"

#include "app/secrets/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qcc {

namespace {

constexpr int kMostLinks = 40; // as the kernel follows at most
constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kModeBits = 07777;
constexpr mode_t kAnyWrite = 0222;
constexpr auto kTemporarySuffix = QLatin1StringView(".qcc-new");

Refusal unwritable(const QString &path, int error)
{
    return {RefusalCode::FileUnwritable, path, qt_error_string(error)};
}

Result<QString> endOfLinks(const QString &path)
{
    QFileInfo end(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    for (int i = 0; i < kMostLinks && end.isSymLink(); ++i)
        end = QFileInfo(end.symLinkTarget());
    if (end.isSymLink())
        return Refusal{RefusalCode::FileUnreadable, path, qt_error_string(ELOOP)};
    return end.filePath();
}

std::optional<struct stat> statusOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? std::optional(status) : std::nullopt;
}

/// By the mode too: the system's administrator may write everywhere, but a read-only file is meant so.
bool mayWrite(const QString &path, const struct stat &status)
{
    return (status.st_mode & kAnyWrite) != 0 && ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

QString nearestFolder(const QString &target)
{
    QString folder = QFileInfo(target).path();
    while (!QFileInfo::exists(folder) && QFileInfo(folder).path() != folder)
        folder = QFileInfo(folder).path();
    return folder;
}

QString temporaryPath(const QString &target)
{
    const QFileInfo info(target);
    return QStringLiteral("%1/.%2.%3").arg(info.path(), info.fileName()).arg(::getpid()) + kTemporarySuffix;
}

/// 0, or errno.
int writeOut(int descriptor, const QByteArray &content, const std::optional<struct stat> &before)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        file.write(content) != content.size())
        return errno != 0 ? errno : EIO;
    if (before && (before->st_uid != ::geteuid() || before->st_gid != ::getegid()) &&
        ::fchown(descriptor, before->st_uid, before->st_gid) != 0)
        return errno;
    if (before && ::fchmod(descriptor, before->st_mode & kModeBits) != 0)
        return errno;
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

int writeTemporary(const QString &temporary, const QString &target, const QByteArray &content)
{
    const int descriptor = ::open(QFile::encodeName(temporary).constData(),
                                  O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, kOwnerOnly);
    if (descriptor < 0)
        return errno;
    const int error = writeOut(descriptor, content, statusOf(target));
    return ::close(descriptor) == 0 || error != 0 ? error : errno;
}

void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // the rename is done; only a power cut could bring the old name back
    if (::fsync(descriptor) != 0 && errno != EINVAL)
        qWarning("%s: not synced: %s", qUtf8Printable(folder), qUtf8Printable(qt_error_string(errno)));
    ::close(descriptor);
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
        if (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST)
            return unwritable(folder, errno);
    }
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
    const std::optional<struct stat> status = statusOf(file.target);
    if (status && !mayWrite(file.target, *status))
        return QStringLiteral("the file is read-only");
    if (status && status->st_nlink > 1)
        return QStringLiteral("the file has a second name (a hard link), which would be cut off");
    const QString folder = nearestFolder(file.target);
    const std::optional<struct stat> around = statusOf(folder);
    if (!around || !S_ISDIR(around->st_mode) || !mayWrite(folder, *around))
        return QStringLiteral("the folder is read-only");
    return std::nullopt;
}

QStringList missingFolders(const SettingsFile &file)
{
    QStringList folders;
    for (QString folder = QFileInfo(file.target).path(); !QFileInfo::exists(folder);
         folder = QFileInfo(folder).path())
        folders.prepend(folder);
    return folders;
}

Result<Done> replaceContent(const SettingsFile &file, const QByteArray &content, const StepWatch &watch)
{
    if (const Result<Done> made = makeFolders(file, watch); !made)
        return made;
    const QString temporary = temporaryPath(file.target);
    const QByteArray from = QFile::encodeName(temporary);
    watch("write a temporary file");
    int error = writeTemporary(temporary, file.target, content);
    watch("compare");
    const Result<Done> same = error == 0 ? unchanged(file) : Result<Done>(Done{});
    watch("rename");
    if (error == 0 && same && ::rename(from.constData(), QFile::encodeName(file.target).constData()) != 0)
        error = errno;
    if (error != 0 || !same) {
        ::unlink(from.constData());
        return same ? Result<Done>(unwritable(file.path, error)) : same;
    }
    watch("sync the folder");
    syncFolder(QFileInfo(file.target).path());
    return Done{};
}

Result<Done> takeAway(const SettingsFile &file, const QStringList &folders, const StepWatch &watch)
{
    if (const Result<Done> same = unchanged(file); !same)
        return same;
    watch("remove the file");
    if (::unlink(QFile::encodeName(file.target).constData()) != 0 && errno != ENOENT)
        return unwritable(file.path, errno);
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
        watch("remove a folder");
        if (::rmdir(QFile::encodeName(*folder).constData()) != 0)
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
