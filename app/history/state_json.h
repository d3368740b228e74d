// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/rules/failover_state.h"

#include <QByteArray>

namespace qcc {

/// What the control loop remembers over a restart, as compact JSON. Left out, so that they begin anew:
/// `network`, `memo`, and a breaker's running trial, which ended with the process.
QByteArray toJsonText(const FailoverState &state);

/// ProtocolError naming the field, or saying that it is no JSON.
Result<FailoverState> failoverStateFromJson(const QByteArray &text);

} // namespace qcc
