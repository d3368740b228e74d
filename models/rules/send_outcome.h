// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QString>

#include <optional>

namespace qcc {

enum class SendEnd {
    Arrived,
    Unreachable, ///< nobody answered
    Failed,      ///< its service answered that it can't now
    Refused      ///< its service will not have this message: not tried again
};

/// What became of one try to send a message.
struct SendOutcome
{
    SendEnd end = SendEnd::Arrived;
    QString trouble; ///< for people, without a secret; empty: it arrived
    std::optional<milliseconds> retryAfter{};
    bool operator==(const SendOutcome &) const = default;
};

} // namespace qcc
