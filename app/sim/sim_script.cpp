// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_script.h"

#include "app/sim/answer_plan.h"
#include "app/sim/answers.h"
#include "app/sim/script_parts.h"

namespace qcc::sim {

namespace {

using Action = Step::Action;

void addPings(Script &script, const AnswerPlan &plan, const Fault &fault)
{
    Fault beforeContent = fault;
    beforeContent.afterEvents = 0;
    addBeginning(script, plan, beforeContent);
    script.steps.push_back({Action::Repeat, answers::ping(), fault.eventDelay});
}

/// Faults of the head need the whole answer as one body, streams too.
void addHeadFault(Script &script, AnswerPlan plan, const Fault &fault)
{
    plan.gzip = false;
    const QByteArray body = wholeBody(plan, script);
    std::vector<Field> more = fault.headers;
    Framing framing = Framing::Length;
    script.chunked = false;
    if (fault.kind == FaultKind::ConflictingLength)
        more.push_back({"content-length", QByteArray::number(body.size() + 10)});
    if (fault.kind == FaultKind::RepeatedLength)
        more.push_back({"content-length", QByteArray::number(body.size())});
    if (fault.kind == FaultKind::LengthAndChunked) {
        more.push_back({"transfer-encoding", "chunked"});
        script.chunked = true;
    }
    if (fault.kind == FaultKind::NoLength)
        framing = Framing::UntilClose;
    QByteArray head = headBytes(plan, framing, body.size(), more);
    if (fault.kind == FaultKind::BadStatusLine)
        head.replace(0, head.indexOf('\r'), "HTTP/1.1 2OO Okay");
    if (fault.kind == FaultKind::ResetInHead) {
        script.add(Action::Raw, head.first(head.size() / 2));
        script.add(Action::Reset);
        return;
    }
    if (fault.kind != FaultKind::Http09)
        script.add(Action::Raw, head);
    script.add(Action::Body, body);
    script.add(Action::EndBody);
    if (fault.kind == FaultKind::Surplus)
        script.add(Action::Raw,
                   "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}");
    script.add(framing == Framing::UntilClose || fault.kind == FaultKind::Http09 ? Action::Close
                                                                                 : Action::Finish);
}

std::vector<Field> hugeFields(qint64 bytes)
{
    constexpr qint64 perField = 8 * 1024;
    std::vector<Field> fields;
    for (qint64 sent = 0; sent < bytes; sent += perField)
        fields.push_back({"x-filler-" + QByteArray::number(sent / perField), QByteArray(perField, 'a')});
    return fields;
}

AnswerPlan statusPlan(const RequestFacts &facts, const Fault &fault)
{
    AnswerPlan plan = errorPlan(fault.status, facts);
    if (!fault.body.isEmpty())
        plan.body = fault.body;
    if (!fault.retryAfter.isEmpty())
        plan.fields.push_back({"retry-after", fault.retryAfter});
    return plan;
}

/// Another body under 200, in place of what was asked.
AnswerPlan wrongContentPlan(const RequestFacts &facts, const SimOptions &options, const Fault &fault)
{
    AnswerPlan plan;
    plan.fields = {{"request-id", facts.requestId}};
    plan.headOnly = facts.method == "HEAD";
    if (fault.kind == FaultKind::Html) {
        plan.contentType = "text/html; charset=utf-8";
        plan.body = answers::htmlPage(options.name);
    } else if (fault.kind == FaultKind::JsonError) {
        plan.body = answers::error(fault.status, facts.requestId);
    } else {
        plan.contentType = facts.wantsStream ? "text/event-stream; charset=utf-8" : "application/json";
    }
    return plan;
}

void slowDown(Script &script, const Fault &fault)
{
    script.steps.front().delay = fault.delay;
    for (std::size_t i = 1; i < script.steps.size(); ++i) {
        if (script.steps[i].action == Action::Body || script.steps[i].action == Action::Delta)
            script.steps[i].delay = fault.eventDelay;
    }
}

void addEarlyAnswer(Script &script, const RequestFacts &facts, const Fault &fault)
{
    AnswerPlan plan = statusPlan(facts, fault);
    const bool closes = fault.afterAnswer == AfterAnswer::Close;
    if (closes)
        plan.fields.push_back({"connection", "close"});
    addGoodAnswer(script, plan, fault);
    if (closes)
        script.steps.back().action = Action::Close;
}

/// Connections that end, or go silent, without an answer.
void addNoAnswer(Script &script, const Fault &fault)
{
    constexpr char garbage[] = "\x16\x03\x01\x00\xff\x00SSH-2.0-nothing\r\n\x7f\x80\r\n\r\n";
    if (fault.kind == FaultKind::ResetBeforeHead)
        return script.add(Action::Reset);
    if (fault.kind == FaultKind::Hang || fault.kind == FaultKind::HangAccept)
        return script.add(Action::Stall);
    if (fault.kind == FaultKind::Garbage)
        script.add(Action::Raw, QByteArray(garbage, sizeof garbage - 1));
    script.add(Action::Close);
}

/// Answers that begin well and break off in the middle.
void addBrokenAnswer(Script &script, const AnswerPlan &plan, const Fault &fault)
{
    addBeginning(script, plan, fault);
    if (fault.kind == FaultKind::ResetInStream)
        script.add(Action::Reset);
    else if (fault.kind == FaultKind::Truncated)
        script.add(Action::Close);
    else
        script.add(Action::Stall);
}

/// Streams that end as HTTP demands, and yet not as a message does. An answer that is no stream stays good.
void addUnfinishedStream(Script &script, const AnswerPlan &plan, const Fault &fault)
{
    if (!plan.isStream)
        return addGoodAnswer(script, plan, fault);
    if (fault.kind == FaultKind::PingOnly)
        return addPings(script, plan, fault);
    addBeginning(script, plan, fault);
    if (fault.kind == FaultKind::ErrorEvent)
        script.add(Action::Body, answers::errorEvent(fault.status));
    script.add(Action::EndBody);
    script.add(script.chunked ? Action::Finish : Action::Close);
}

/// Good answers in an unusual form.
void addOddAnswer(Script &script, AnswerPlan plan, const Fault &fault)
{
    if (fault.kind == FaultKind::HugeHead) {
        const std::vector<Field> filler = hugeFields(fault.bytes);
        plan.fields.insert(plan.fields.end(), filler.begin(), filler.end());
    }
    if (fault.kind == FaultKind::Gzip)
        plan.gzip = true;
    if (fault.kind == FaultKind::CloseIdle)
        script.closeIdleAfter = fault.delay;
    if (fault.kind == FaultKind::Interim) {
        script.add(Action::Raw, "HTTP/1.1 102 Processing\r\n\r\n");
        script.add(Action::Raw, "HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n");
        script.add(Action::Raw, "HTTP/1.1 100 Continue\r\n\r\n");
    }
    addGoodAnswer(script, plan, fault);
    if (fault.kind == FaultKind::Slow)
        slowDown(script, fault);
}

void addAnswer(Script &script, const AnswerPlan &plan, const RequestFacts &facts, const SimOptions &options,
               const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::None:
    case FaultKind::Refuse: // strikes new connections; what is under way goes on
        return addGoodAnswer(script, plan, fault);
    case FaultKind::Hang:
    case FaultKind::HangAccept:
    case FaultKind::ResetBeforeHead:
    case FaultKind::CloseBeforeHead:
    case FaultKind::CloseOnReuse:
    case FaultKind::Garbage:
        return addNoAnswer(script, fault);
    case FaultKind::Status:
        return addGoodAnswer(script, statusPlan(facts, fault), fault);
    case FaultKind::Html:
    case FaultKind::Empty:
    case FaultKind::JsonError:
        return addGoodAnswer(script, wrongContentPlan(facts, options, fault), fault);
    case FaultKind::EarlyAnswer:
        return addEarlyAnswer(script, facts, fault);
    case FaultKind::ResetInStream:
    case FaultKind::Truncated:
    case FaultKind::Stalled:
        return addBrokenAnswer(script, plan, fault);
    case FaultKind::NoMessageStop:
    case FaultKind::ErrorEvent:
    case FaultKind::PingOnly:
        return addUnfinishedStream(script, plan, fault);
    case FaultKind::Slow:
    case FaultKind::HugeHead:
    case FaultKind::CloseIdle:
    case FaultKind::Interim:
    case FaultKind::Gzip:
        return addOddAnswer(script, plan, fault);
    case FaultKind::ResetInHead:
    case FaultKind::BadStatusLine:
    case FaultKind::ConflictingLength:
    case FaultKind::RepeatedLength:
    case FaultKind::LengthAndChunked:
    case FaultKind::Http09:
    case FaultKind::Surplus:
    case FaultKind::NoLength:
        return addHeadFault(script, plan, fault);
    }
}

} // namespace

bool actsAtHead(FaultKind kind)
{
    return kind == FaultKind::EarlyAnswer || kind == FaultKind::CloseOnReuse;
}

Script makeScript(const RequestFacts &facts, const SimOptions &options, const Fault &fault)
{
    Script script;
    script.chunked = !facts.isHttp10;
    script.pieces = answers::pieces(answerText(options), std::max(1, options.events));
    script.padding = options.padding;
    addAnswer(script, planAnswer(facts, options), facts, options, fault);
    return script;
}

Script refusalScript(int status, const QByteArray &message, const QByteArray &requestId)
{
    Script script;
    AnswerPlan plan;
    plan.status = status;
    plan.body = answers::error(answers::errorType(status), message, requestId);
    plan.fields = {{"request-id", requestId}, {"connection", "close"}};
    addGoodAnswer(script, plan, {});
    script.steps.back().action = Action::Close;
    return script;
}

Script wholeScript(int status, const QByteArray &contentType, const QByteArray &body)
{
    Script script;
    AnswerPlan plan;
    plan.status = status;
    plan.contentType = contentType;
    plan.body = body;
    plan.fields = {{"cache-control", "no-store"}};
    addGoodAnswer(script, plan, {});
    return script;
}

} // namespace qcc::sim
