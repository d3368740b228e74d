// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/policy.h"
#include "models/domain/result.h"

namespace qcc {

/// The policy with the set fields of @p patch. InvalidValue names the field as priority_config.json does, and
/// the permitted range ("1 to 1000", times in seconds), see policyRanges().
Result<FailoverPolicy> patched(FailoverPolicy policy, const PolicyPatch &patch);

} // namespace qcc
