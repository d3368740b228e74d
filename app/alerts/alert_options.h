// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/alert_delivery.h"

#include <functional>

namespace qcc {

/// What tests change; everybody else takes it as it is.
struct AlertOptions
{
    std::function<TimePoint()> clock; ///< none: the system's
    DeliveryPace pace;
    QString caFile;                   ///< one more authority, beside the system's
    milliseconds answerLimit{20'000}; ///< for one HTTP request from its start to its last byte
    milliseconds commandLimit{30'000};
    milliseconds mailLimit{60'000};
    milliseconds snapshotPace{1'000}; ///< at most one in this time
};

} // namespace qcc
