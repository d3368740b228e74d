// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace qcc::test {

inline constexpr int kPastConfigs = 20; ///< "config-0" …

/// Writes what a week of 20 configs leaves in the history of @p home, up to now: a sample of each every ten
/// minutes, 2,000 switches with their reasons, 20,000 requests. False when it can't be written.
bool writeBusyPast(const QString &home);

} // namespace qcc::test
