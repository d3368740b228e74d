// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>

namespace qcc {

/// What a check may cost, and its limits.
struct HealthOptions
{
    bool spendTokens = false; ///< CheckRung::Message may be used
    int messagesPerDay = 24;  ///< such messages per endpoint in any 24 h
    QByteArray model =
        QByteArrayLiteral("claude-3-5-haiku-20241022"); ///< asked for by CountTokens and Message
    milliseconds headLimit{
        15'000}; ///< from the request to its answer's head, if the endpoint's is not shorter
    milliseconds totalLimit{30'000}; ///< all requests of one check
};

inline constexpr int kParallelChecks = 8;
inline constexpr int kParallelProbes = 4; ///< of endpoints that are being edited; further ones wait
inline constexpr qsizetype kCheckedBody = 64 * 1024; ///< of an answer; the rest is not read

} // namespace qcc
