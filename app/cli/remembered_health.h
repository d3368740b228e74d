// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/snapshot.h"

namespace qcc {

/// The endpoints and configs of @p home with the health that the last instance knew of them, for a time when
/// none runs. Nothing else of the snapshot is filled in. Blocking. Refusals of reading the settings,
/// HistoryUnavailable.
Result<ProxySnapshot> rememberedHealth(const QString &home);

} // namespace qcc
