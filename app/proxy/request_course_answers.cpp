// SPDX-License-Identifier: GPL-3.0-or-later
// How a request's answer begins, goes on and ends.
#include "app/proxy/request_course.h"

namespace qcc {

namespace {

constexpr milliseconds kOverloadedPause{500}; ///< and up to three times as much, by jitter

std::optional<qint64> contentLength(const ResponseHead &head)
{
    const QByteArray *value = findField(head.fields, "Content-Length");
    bool number = false;
    const qint64 length = value ? value->toLongLong(&number) : 0;
    return number ? std::optional(length) : std::nullopt;
}

} // namespace

void RequestCourse::noteFirstByte()
{
    if (m_record.firstByte.count() == 0)
        m_record.firstByte = std::max(age(), milliseconds(1));
}

void RequestCourse::attemptCommitted()
{
    m_pingTimer.clear();
    m_triesTimer.clear();
    m_hold.settle();
    noteFirstByte();
    if (!m_answer.begun())
        m_answer.begin(*m_attempt->head(), marks(),
                       m_attempt->eventStream() ? std::nullopt : contentLength(*m_attempt->head()));
    attemptBody(m_attempt->takeDeliverable());
    if (m_body.complete() && m_attempt->bodySent())
        m_body.release();
    attemptBatchEnd();
}

void RequestCourse::attemptBody(QByteArrayView bytes)
{
    m_answer.body(bytes);
}

void RequestCourse::attemptBatchEnd()
{
    m_answer.flush();
    if (m_readingPaused || m_answer.waitingBytes() <= m_limits.sendAhead)
        return;
    m_readingPaused = true;
    m_attempt->setReading(false);
}

void RequestCourse::clientDrained()
{
    if (!m_readingPaused || !m_attempt)
        return;
    m_readingPaused = false;
    m_attempt->setReading(true);
}

void RequestCourse::remember(const Outcome &outcome)
{
    const Attempt::Facts &facts = m_attempt->facts();
    if (m_attempt->committed())
        m_record.usage = m_attempt->usage();
    m_record.attempts.push_back({facts.candidate.config, facts.candidate.endpoint, facts.endpointName,
                                 outcome, m_attempt->age(), facts.model});
    m_host.attemptEnded(m_facts, facts.candidate, outcome);
}

/// The client went away: neutral for whoever was being asked.
void RequestCourse::rememberGone()
{
    if (!m_attempt)
        return;
    Outcome gone;
    gone.kind = OutcomeKind::ClientGone;
    gone.fault = TransportFault::Cancelled;
    remember(gone);
    m_attempt.reset();
}

void RequestCourse::attemptEnded(const Outcome &outcome)
{
    remember(outcome);
    if (m_attempt->committed())
        finishCommitted(outcome);
    else
        nextOrFail(outcome);
}

void RequestCourse::finishCommitted(const Outcome &outcome)
{
    // Without a fault on the way, or after the provider's own error event, the answer ends as the provider
    // ended it.
    const bool whole = outcome.kind == OutcomeKind::Success || outcome.kind == OutcomeKind::PassedThrough ||
                       m_attempt->errorEventSeen() ||
                       (outcome.fault == TransportFault::None && !m_attempt->eventStream());
    over(whole ? RequestEnd::Served : RequestEnd::Broken);
    m_attempt.reset();
    whole ? m_answer.end() : m_answer.breakOff();
}

void RequestCourse::nextOrFail(const Outcome &outcome)
{
    if (outcome.kind == OutcomeKind::PassedThrough && repairs(outcome)) {
        m_attempt.reset();
        return tryCandidate();
    }
    if (outcome.kind == OutcomeKind::PassedThrough)
        return passProvidersAnswer();
    if (outcome.tryNext && hasNext()) {
        m_attempt.reset();
        ++m_next;
        return tryCandidate();
    }
    if (retriesOverloaded(outcome)) {
        m_attempt.reset();
        const double spread = 1 + 2 * m_host.jitter();
        return m_retryTimer.set(
            milliseconds(static_cast<qint64>(spread * static_cast<double>(kOverloadedPause.count()))));
    }
    failAll();
}

bool RequestCourse::retriesOverloaded(const Outcome &outcome)
{
    return outcome.kind == OutcomeKind::Overloaded && m_plan.candidates.size() == 1 && !m_timeIsUp &&
           m_overloadedTries++ < m_limits.overloadedRetries;
}

void RequestCourse::failAll()
{
    const std::span<const AttemptRecord> attempts = attemptsOfPlan();
    if (mayWait() && m_hold.begin(m_plan, attempts))
        return m_attempt.reset();
    const FailedRequest failed{m_request.kind, attempts, m_plan.skipped, m_timeIsUp};
    if (m_attempt && m_attempt->heldWhole() && m_attempt->head() && providersAnswerStands(failed))
        return passProvidersAnswer();
    const auto name = [this](const EndpointId &id) {
        const auto target = m_host.target(id);
        return target ? target->endpoint.name : id.value;
    };
    answerOwn(failureAnswer(failed, describe(attempts, m_plan.skipped, name, m_host.now()), m_host.now()));
}

void RequestCourse::passProvidersAnswer()
{
    const ResponseHead head = *m_attempt->head();
    const HeaderFields added = marks();
    const QByteArray body = m_attempt->takeDeliverable();
    noteFirstByte();
    m_record.status = m_answer.statusFor(head.status);
    over(RequestEnd::Served);
    m_attempt.reset();
    m_answer.endWith(head, body, added);
}

void RequestCourse::answerOwn(OwnAnswer answer)
{
    m_attempt.reset();
    noteFirstByte();
    m_record.status = m_answer.statusFor(answer.head.status);
    answer.head.fields.push_back({"x-qcc-attempts", QByteArray::number(m_tries)});
    over(RequestEnd::Failed);
    m_answer.endWith(answer);
}

void RequestCourse::refuseBody(const OwnAnswer &answer)
{
    if (m_over)
        return;
    rememberGone();
    if (!m_answer.begun())
        return answerOwn(answer);
    over(RequestEnd::Broken);
    m_answer.breakOff();
}

void RequestCourse::ping()
{
    const bool streaming = m_attempt && m_attempt->eventStream() && m_attempt->head()->status == 200;
    m_answer.ping(streaming ? m_attempt->head() : nullptr, m_attempt ? marks() : HeaderFields());
    if (m_attempt)
        m_attempt->deliverDecodedStream();
    m_pingTimer.set(m_limits.firstPing);
}

void RequestCourse::triesTimeUp()
{
    m_timeIsUp = true;
    if (!m_attempt)
        return failAll();
    // An answer without streaming has its own, longer limit: only further tries are over.
    if (streams())
        m_attempt->giveUp(TransportFault::HeaderTimeout);
}

void RequestCourse::answerTimeUp()
{
    m_timeIsUp = true;
    if (!m_attempt)
        return failAll();
    m_attempt->giveUp(TransportFault::TotalTimeout);
}

} // namespace qcc
