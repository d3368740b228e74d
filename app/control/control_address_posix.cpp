// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>

#include <unistd.h>

namespace qcc {

namespace {

constexpr qsizetype kLongestSocketPath = 99; // bytes
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

bool fitsSocketAddress(const QString &path)
{
    return QFile::encodeName(path).size() <= kLongestSocketPath;
}

QString uniqueSpelling(const QString &home)
{
    const QFileInfo info(home);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : canonical;
}

QString hashedName(const QString &home)
{
    const QByteArray hash =
        QCryptographicHash::hash(QFile::encodeName(uniqueSpelling(home)), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(32)) + QStringLiteral(".sock");
}

QStringList sessionDirectories()
{
    QStringList directories;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(runtime))
        directories << runtime + QStringLiteral("/qcc");
    const QString mine = QStringLiteral("/qcc-") + QString::number(::geteuid());
    directories << QDir::tempPath() + mine << QStringLiteral("/tmp") + mine;
    return directories;
}

} // namespace

QString controlSocketPath(const QString &home)
{
    const QString plain = home + QStringLiteral("/control.sock");
    if (fitsSocketAddress(plain))
        return plain;
    const QString name = hashedName(home);
    const QStringList directories = sessionDirectories();
    const auto shortEnough =
        std::find_if(directories.begin(), directories.end(), [&](const QString &directory) {
            return fitsSocketAddress(directory + QLatin1Char('/') + name);
        });
    return *shortEnough + QLatin1Char('/') + name; // the last one always is
}

Result<Done> prepareSocketDirectory(const QString &socketPath)
{
    const QString directory = QFileInfo(socketPath).path();
    const QFileInfo before(directory);
    if (!before.exists() && !QDir().mkdir(directory))
        return Refusal{RefusalCode::FileUnwritable, directory,
                       QStringLiteral("the directory could not be made")};
    const QFileInfo info(directory);
    if (!info.isDir() || info.ownerId() != ::geteuid())
        return Refusal{RefusalCode::FileUnwritable, directory, QStringLiteral("it belongs to somebody else")};
    if (!QFile::setPermissions(directory, kOwnerOnly))
        return Refusal{RefusalCode::FileUnwritable, directory,
                       QStringLiteral("it could not be closed to others")};
    return Done{};
}

Result<Done> listenPrivately(QLocalServer &server, const QString &socketPath)
{
    // The directory is closed to others before the socket appears in it. QLocalServer::UserAccessOption would
    // do the same by way of a temporary directory *beside* the home, which fails where the home's parent is
    // not ours.
    if (const Result<Done> directory = prepareSocketDirectory(socketPath); !directory)
        return directory.refusal();
    QLocalServer::removeServer(socketPath);
    if (!server.listen(socketPath))
        return Refusal{RefusalCode::FileUnwritable, socketPath, server.errorString()};
    if (!QFile::setPermissions(socketPath, QFile::ReadOwner | QFile::WriteOwner)) {
        server.close();
        return Refusal{RefusalCode::FileUnwritable, socketPath,
                       QStringLiteral("it could not be closed to others")};
    }
    return Done{};
}

} // namespace qcc
