// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"

namespace qcc {

/// What a new order has changed, said after it was done: "Moved backup to Secondary".
QString arrangedText(const ArrangeConfigs &done);

} // namespace qcc
