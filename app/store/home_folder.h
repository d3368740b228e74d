// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// What a home needs of the system: a folder that is its owner's alone. One source for each.

/// Makes @p home (absolute, clean) and what is missing above it, closed to others where @p mayClose says that
/// it is QCC's to close. FileUnwritable, FileUnreadable.
Result<Done> makeOwnFolder(const QString &home, bool (*mayClose)(const QString &));

enum class FolderState { Missing, Usable };
/// FileUnreadable where there is something else, or it can't be looked into.
Result<FolderState> lookAtFolder(const QString &path);

} // namespace qcc
