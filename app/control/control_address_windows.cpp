// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>

namespace qcc {

namespace {

/// Windows takes a path for the same in capitals.
QString uniqueSpelling(const QString &home)
{
    const QFileInfo info(home);
    const QString canonical = info.canonicalFilePath();
    return (canonical.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : canonical).toCaseFolded();
}

} // namespace

/// Pipes have a space of names of their own, without directories.
QString controlSocketPath(const QString &home)
{
    const QByteArray hash =
        QCryptographicHash::hash(uniqueSpelling(home).toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("\\\\.\\pipe\\qcc-") + QString::fromLatin1(hash.toHex().left(32));
}

Result<Done> prepareSocketDirectory(const QString &)
{
    return Done{};
}

Result<Done> listenPrivately(QLocalServer &server, const QString &socketPath)
{
    server.setSocketOptions(QLocalServer::UserAccessOption); // the pipe's rights
    if (!server.listen(socketPath))
        return Refusal{RefusalCode::FileUnwritable, socketPath, server.errorString()};
    return Done{};
}

} // namespace qcc
