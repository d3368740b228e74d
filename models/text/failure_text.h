// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/decision.h"

namespace qcc {

/// What went wrong, without a subject and without a full stop: "connection refused", "529 overloaded".
QString failureText(const FailureFacts &facts);
QString failureText(const Outcome &outcome);

} // namespace qcc
