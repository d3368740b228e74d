// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/proxy/own_answers.h"

namespace qcc {

/// Why a request ends without a good answer.
struct FailedRequest
{
    RequestKind kind = RequestKind::Messages;
    std::span<const AttemptRecord> attempts; ///< since the plan was made
    const std::vector<SkippedCandidate> &skipped;
    bool timeIsUp = false; ///< the budget of all tries was spent
};

/// True when the provider's own answer is the truth for the client (gateway.md section 4): it was the only
/// candidate and said 400, 401, 402, 403, 404, 429 or 529 – or every candidate said 404 or what its config
/// lists to be tried elsewhere, since then there is no elsewhere (docs/decisions/0007).
bool providersAnswerStands(const FailedRequest &failed);

/// QCC's own answer to a request that no candidate could serve. @p details: describe()'s line.
OwnAnswer failureAnswer(const FailedRequest &failed, const QString &details, TimePoint now);

} // namespace qcc
