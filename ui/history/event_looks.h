// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "models/domain/request_record.h"
#include "ui/base/colors.h"
#include "ui/base/icons.h"

namespace qcc {

/// Symbol and colour of an event's type; bad where it failed. Always beside words.
QIcon eventIcon(const FailoverEvent &event, const Colors &colors);
/// How a switch ended.
QIcon resultIcon(bool success, const Colors &colors);
QIcon requestIcon(RequestEnd end, const Colors &colors);

} // namespace qcc
