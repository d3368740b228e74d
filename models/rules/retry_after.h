// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"
#include "models/domain/time.h"

#include <optional>

namespace qcc {

/// When the provider says it may be asked again, or none when it does not say.
/// Reads, in this order: `retry-after-ms`; `retry-after` in seconds (a fraction is allowed) or as an
/// HTTP-date in any of the three forms (RFC 9110 sections 10.2.3 and 5.6.7); then the rate-limit resets:
/// `anthropic-ratelimit-*-reset` (RFC 3339), where the latest reset among the limits whose `-remaining` is 0
/// counts, or the earliest of all when none is 0; `anthropic-ratelimit-unified-reset` and
/// `x-ratelimit-reset*` (epoch seconds, or a duration such as "1m30s", "250ms"). A moment in the past gives
/// @p now. Never throws; nonsense counts as not said.
std::optional<TimePoint> retryTime(const HeaderFields &fields, TimePoint now);

/// Only what `retry-after-ms` and `retry-after` say: the limits that a provider reports besides are not the
/// reason of every refusal.
std::optional<TimePoint> retryAfter(const HeaderFields &fields, TimePoint now);

} // namespace qcc
