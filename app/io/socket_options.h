// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace qcc {

/// How long bytes sent to a provider may stay unacknowledged before the connection counts as lost. Without it
/// a connection whose network went away (a closed laptop, another Wi-Fi) is believed in for a quarter of an
/// hour.
inline constexpr std::chrono::seconds kUnacknowledged{20};

/// Sets TCP_USER_TIMEOUT (RFC 5482) on a connected socket; nothing where the system has none.
void limitUnacknowledged(int socket);

} // namespace qcc
