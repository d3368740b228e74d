// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"

namespace qcc {

/// All that is known of an endpoint, a line each: its name, state and latency, the last error, until when it
/// is left alone. Plain text.
QString endpointTip(const EndpointSnapshot &endpoint, TimePoint now);

} // namespace qcc
