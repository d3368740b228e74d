// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/faults.h"
#include "app/sim/sim_options.h"

#include <QByteArray>

#include <chrono>
#include <vector>

namespace qcc::sim {

/// What of a request decides its answer.
struct RequestFacts
{
    QByteArray method;
    QByteArray path; ///< without base path and query
    QByteArray query;
    QByteArray credential; ///< from x-api-key or Authorization: Bearer
    QByteArray model;
    qint64 bodySize = 0;
    bool isJsonObject = false;
    bool wantsStream = false;
    bool offersTools = false;
    bool hasToolResult = false;
    bool acceptsGzip = false;
    bool isHttp10 = false;
    QByteArray requestId; ///< given to this request: "req_…"
};

struct Step
{
    enum class Action {
        Raw,    ///< bytes as they are
        Body,   ///< bytes as a part of the body: coded and framed
        Delta,  ///< content delta number `delta`, made when its turn comes
        Repeat, ///< bytes as a part of the body, again and again every `delay`
        EndBody,
        Stall, ///< nothing more until the peer leaves
        Reset, ///< TCP RST
        Close, ///< clean close
        Finish ///< the answer is over; the connection serves the next request
    };
    Action action = Action::Raw;
    QByteArray bytes;
    std::chrono::milliseconds delay{0}; ///< before the action
    int delta = 0;
};

/// An answer as a list of steps, with what is needed to carry them out.
struct Script
{
    std::vector<Step> steps;
    bool chunked = false;
    bool gzip = false;
    std::vector<QByteArray> pieces; ///< texts of the deltas
    int padding = 0;
    std::optional<std::chrono::milliseconds>
        closeIdleAfter; ///< Finish: close so long after, if nothing more came

    void add(Step::Action action, const QByteArray &bytes = {}) { steps.push_back({action, bytes}); }
};

/// The steps with which a provider of @p options answers a request while it suffers from @p fault. Pure.
Script makeScript(const RequestFacts &facts, const SimOptions &options, const Fault &fault);
/// An error answer after which the connection is closed: for requests that could not be read.
Script refusalScript(int status, const QByteArray &message, const QByteArray &requestId);
/// A complete answer, for the control routes.
Script wholeScript(int status, const QByteArray &contentType, const QByteArray &body);

/// True for faults that act as soon as the head is there; the others wait for the whole body.
bool actsAtHead(FaultKind kind);

} // namespace qcc::sim
