// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// QCC_HOME made absolute, or ~/.qcc. Nothing is created.
QString qccHomePath();

/// Creates @p path with 0700 if it is missing, and repairs its permissions to 0700. Gives the canonical path.
/// FileUnwritable or FileUnreadable with the path and the system's reason.
Result<QString> openHome(const QString &path);

/// openHome(qccHomePath()).
Result<QString> qccHome();

} // namespace qcc
