// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// QCC_HOME made absolute, or ~/.qcc. Nothing is created.
QString qccHomePath();

/// Creates @p path with 0700 if it is missing; repairs its permissions to 0700 when it is empty or holds
/// QCC's files, and refuses any other directory that is open to others. Gives the canonical path.
/// FileUnwritable or FileUnreadable with the path and the reason.
Result<QString> openHome(const QString &path);

/// Where a home is or would be, for who only looks: canonical as far as it exists, and nothing is created or
/// changed. FileUnreadable with the path and the system's reason.
Result<QString> findHome(const QString &path);

/// openHome(qccHomePath()).
Result<QString> qccHome();

} // namespace qcc
