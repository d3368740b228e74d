// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http1.h"
#include "app/proxy/answer_writer.h"
#include "app/proxy/own_answers.h"

namespace qcc {

/// What becomes of a request whose head is here.
struct GateDecision
{
    std::optional<OwnAnswer>
        own; ///< to be answered at once; nothing: a page of our own, or the request goes on its course
    AnswerForm form;
};

/// @p parsed: without fault. @p bodyLimit: ProxyLimits::requestBody. @p last: no further request is to follow
/// on this connection. What is not let in closes its connection, since its body is not read. Pure.
GateDecision decideAtGate(const ParsedRequest &parsed, GuardVerdict verdict, qint64 bodyLimit, bool last);

} // namespace qcc
