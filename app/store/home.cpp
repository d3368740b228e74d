// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/home.h"

#include <QDir>
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
    if ((status.st_mode & 07777) != kOwnerOnly && ::chmod(name.constData(), kOwnerOnly) != 0)
        return unwritable(home, qt_error_string(errno));
    if (::access(name.constData(), R_OK | X_OK) != 0)
        return Refusal{RefusalCode::FileUnreadable, home, qt_error_string(errno)};
    if (::access(name.constData(), W_OK) != 0)
        return unwritable(home, qt_error_string(errno));
    return QFileInfo(home).canonicalFilePath();
}

Result<QString> qccHome()
{
    return openHome(qccHomePath());
}

} // namespace qcc
