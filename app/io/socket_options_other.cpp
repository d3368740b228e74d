// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/socket_options.h"

namespace qcc {

void limitUnacknowledged(int) {}

} // namespace qcc
