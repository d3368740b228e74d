// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/settings_disk.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qcc {

namespace {

constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kFolderOwnerOnly = 0700;
constexpr mode_t kModeBits = 07777;
constexpr mode_t kAnyWrite = 0222;

DiskError errorOf(int number)
{
    return number == 0 ? DiskError() : qt_error_string(number);
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

} // namespace

std::optional<QString> whyNotReplaceable(const QString &target)
{
    const std::optional<struct stat> status = statusOf(target);
    if (status && !mayWrite(target, *status))
        return QStringLiteral("the file is read-only");
    if (status && status->st_nlink > 1)
        return QStringLiteral("the file has a second name (a hard link), which would be cut off");
    const QString folder = nearestFolder(target);
    const std::optional<struct stat> around = statusOf(folder);
    if (!around || !S_ISDIR(around->st_mode) || !mayWrite(folder, *around))
        return QStringLiteral("the folder is read-only");
    return std::nullopt;
}

DiskError makeFolder(const QString &folder)
{
    const bool there =
        ::mkdir(QFile::encodeName(folder).constData(), kFolderOwnerOnly) == 0 || errno == EEXIST;
    return there ? DiskError() : errorOf(errno);
}

DiskError writeTemporary(const QString &temporary, const QString &target, const QByteArray &content)
{
    const int descriptor = ::open(QFile::encodeName(temporary).constData(),
                                  O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, kOwnerOnly);
    if (descriptor < 0)
        return errorOf(errno);
    const int error = writeOut(descriptor, content, statusOf(target));
    const int closed = ::close(descriptor) == 0 ? 0 : errno;
    return errorOf(error != 0 ? error : closed);
}

DiskError renameOver(const QString &temporary, const QString &target)
{
    const bool done =
        ::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(target).constData()) == 0;
    return done ? DiskError() : errorOf(errno);
}

DiskError removeFile(const QString &target)
{
    const bool gone = ::unlink(QFile::encodeName(target).constData()) == 0 || errno == ENOENT;
    return gone ? DiskError() : errorOf(errno);
}

void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    if (::fsync(descriptor) != 0 && errno != EINVAL)
        qWarning("%s: not synced: %s", qUtf8Printable(folder), qUtf8Printable(qt_error_string(errno)));
    ::close(descriptor);
}

} // namespace qcc
