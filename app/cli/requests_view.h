// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/history.h"

namespace qcc {

enum class Header { Shown, Hidden };

/// Requests, one a line, in the given order. The columns have the same widths each time as far as their
/// content permits, so that later rows stand under earlier ones.
void showRequests(const Console &console, const std::vector<StoredRequest> &requests, Header header);

} // namespace qcc
