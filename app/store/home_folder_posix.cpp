// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/home_folder.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace qcc {

namespace {

constexpr mode_t kOwnerOnly = 0700;

Refusal unwritable(const QString &path, const QString &reason)
{
    return {RefusalCode::FileUnwritable, path, reason};
}

/// Creates the missing directories above with the person's usual permissions.
std::optional<Refusal> makeParents(const QString &path)
{
    const QString parent = QFileInfo(path).path();
    if (QFileInfo::exists(parent))
        return std::nullopt;
    if (auto refusal = makeParents(parent))
        return refusal;
    if (::mkdir(QFile::encodeName(parent).constData(), 0777) != 0 && errno != EEXIST)
        return unwritable(parent, qt_error_string(errno));
    return std::nullopt;
}

/// 0700, but for the sticky and set-id bits, which stay as they are.
std::optional<Refusal> closeToOthers(const QString &home, mode_t mode, bool (*mayClose)(const QString &))
{
    constexpr mode_t permissions = 0777;
    if ((mode & permissions) == kOwnerOnly)
        return std::nullopt;
    if (!mayClose(home))
        return unwritable(home,
                          QStringLiteral("it is not empty and no QCC home, and others may look into it"));
    const mode_t closed = (mode & 07777 & ~permissions) | kOwnerOnly;
    if (::chmod(QFile::encodeName(home).constData(), closed) != 0)
        return unwritable(home, qt_error_string(errno));
    return std::nullopt;
}

} // namespace

Result<Done> makeOwnFolder(const QString &home, bool (*mayClose)(const QString &))
{
    const QByteArray name = QFile::encodeName(home);
    if (auto refusal = makeParents(home))
        return *std::move(refusal);
    if (::mkdir(name.constData(), kOwnerOnly) != 0 && errno != EEXIST)
        return unwritable(home, qt_error_string(errno));
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0)
        return Refusal{RefusalCode::FileUnreadable, home, qt_error_string(errno)};
    if (!S_ISDIR(status.st_mode))
        return unwritable(home, qt_error_string(ENOTDIR));
    if (auto refusal = closeToOthers(home, status.st_mode, mayClose))
        return *std::move(refusal);
    if (::access(name.constData(), R_OK | X_OK) != 0)
        return Refusal{RefusalCode::FileUnreadable, home, qt_error_string(errno)};
    if (::access(name.constData(), W_OK) != 0)
        return unwritable(home, qt_error_string(errno));
    return Done{};
}

Result<FolderState> lookAtFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0) {
        if (errno != ENOENT)
            return Refusal{RefusalCode::FileUnreadable, path, qt_error_string(errno)};
        return FolderState::Missing;
    }
    const int error = S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
    if (error != 0 || ::access(name.constData(), R_OK | X_OK) != 0)
        return Refusal{RefusalCode::FileUnreadable, path, qt_error_string(error ? error : errno)};
    return FolderState::Usable;
}

} // namespace qcc
