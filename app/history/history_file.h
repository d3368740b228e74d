// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

namespace qcc {

/// history.db as a file, with the two that SQLite keeps beside it ("-wal", "-shm").

QString historyPath(const QString &home);

/// Makes an empty one where there is none, and takes away from others what they may do with the three.
/// SQLite gives its own the permissions of the database. FileUnwritable.
Result<Done> preparePrivateDatabase(const QString &path);

/// Moves the three to "history.db.broken-20260131-120000…" (UTC) and gives that path. FileUnwritable.
Result<QString> setAside(const QString &path, TimePoint now);

} // namespace qcc
