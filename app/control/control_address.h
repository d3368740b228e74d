// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

class QLocalServer;

namespace qcc {

/// Where the instance of @p home listens: "<home>/control.sock", or, when that path is too long for a socket
/// address (sun_path holds 108 bytes), a name made from a hash of the home in a private directory of the
/// session. On Windows the name of a pipe, made from that hash.
QString controlSocketPath(const QString &home);

/// Makes the directory of @p socketPath if needed and closes it to others (0700). Refuses (FileUnwritable)
/// when it is a link, belongs to somebody else or can't be made.
Result<Done> prepareSocketDirectory(const QString &socketPath);

/// Listens at @p socketPath where only the same user can come, in the place of a server that has died.
/// FileUnwritable.
Result<Done> listenPrivately(QLocalServer &server, const QString &socketPath);

} // namespace qcc
