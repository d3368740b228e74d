// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"
#include "models/domain/outcome.h"

namespace qcc {

/// The ways to look whether an endpoint works, the cheapest first (gateway.md section 7).
enum class CheckRung {
    Models,      ///< GET /v1/models
    CountTokens, ///< POST /v1/messages/count_tokens
    Message      ///< POST /v1/messages with max_tokens 1: costs tokens, off unless chosen
};

enum class CheckLayer { Unknown, Good, Bad };

/// What one check found out.
struct CheckReport
{
    EndpointId endpoint;
    std::optional<CheckRung> rung; ///< the one that told; none: every permitted one is unsupported
    CheckLayer reachable = CheckLayer::Unknown;
    CheckLayer keyAccepted = CheckLayer::Unknown;
    CheckLayer modelAnswers = CheckLayer::Unknown;
    Outcome outcome;         ///< as evidence; Success when it is reachable and nothing speaks against it
    milliseconds latency{0}; ///< from the start of the last request to its answer's head
    TimePoint startedAt;
    TimePoint endedAt;
    bool operator==(const CheckReport &) const = default;
};

} // namespace qcc
