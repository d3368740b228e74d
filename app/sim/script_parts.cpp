// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/script_parts.h"

#include "app/sim/answers.h"
#include "app/sim/gzip_stream.h"

namespace qcc::sim {

namespace {

using Action = Step::Action;

QByteArray gzipped(const QByteArray &body)
{
    GzipStream gzip;
    const QByteArray begin = gzip.add(body);
    return begin + gzip.finish();
}

/// Splits the answer of one body in the middle, so that a fault can strike inside it.
void addBody(Script &script, const QByteArray &body)
{
    const qsizetype half = body.size() / 2;
    if (half > 0)
        script.add(Action::Body, body.first(half));
    if (body.size() > half)
        script.add(Action::Body, body.sliced(half));
}

/// Where a fault inside the answer strikes: the number of steps of the good answer that are still carried
/// out.
std::size_t strikePoint(const Script &script, const AnswerPlan &plan, int afterEvents)
{
    constexpr std::size_t headAndHalf = 2;
    if (!plan.isStream)
        return std::min(headAndHalf, script.steps.size());
    int deltas = 0;
    for (std::size_t i = 0; i < script.steps.size(); ++i) {
        if (script.steps[i].action == Action::Delta && ++deltas == afterEvents)
            return i + 1;
    }
    constexpr std::size_t eventsAfterDeltas =
        5; // content_block_stop, message_delta, message_stop, EndBody, Finish
    return script.steps.size() - eventsAfterDeltas;
}

} // namespace

void addGoodAnswer(Script &script, const AnswerPlan &plan, const Fault &fault)
{
    if (plan.isStream) {
        script.gzip = plan.gzip;
        script.add(Action::Raw, headBytes(plan, script.chunked ? Framing::Chunked : Framing::UntilClose, 0,
                                          fault.headers));
        script.steps.insert(script.steps.end(), plan.events.begin(), plan.events.end());
    } else {
        script.chunked = false;
        const QByteArray body = plan.gzip ? gzipped(plan.body) : plan.body;
        script.add(Action::Raw, headBytes(plan, Framing::Length, body.size(), fault.headers));
        if (!plan.headOnly)
            addBody(script, body);
    }
    script.add(Action::EndBody);
    script.add(plan.isStream && !script.chunked ? Action::Close : Action::Finish);
}

void addBeginning(Script &script, const AnswerPlan &plan, const Fault &fault)
{
    addGoodAnswer(script, plan, fault);
    if (plan.isStream && fault.afterEvents == 0) {
        script.steps.resize(2); // head and message_start
        script.add(Action::Body, answers::ping());
        return;
    }
    script.steps.resize(strikePoint(script, plan, fault.afterEvents));
}

} // namespace qcc::sim
