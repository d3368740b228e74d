// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"

namespace qcc {

/// A notification's first line, without a full stop: "Failover to backup".
QString alertTitle(const Alert &alert);

/// A sentence or two: what it means, since when, and how it ends.
QString alertText(const Alert &alert, TimePoint now);

} // namespace qcc
