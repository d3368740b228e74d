// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/request_course.h"

#include "models/rules/header_rules.h"
#include "models/rules/request_target.h"

namespace qcc {

namespace {

constexpr QByteArrayView kPing("event: ping\ndata: {\"type\": \"ping\"}\n\n");
constexpr milliseconds kOverloadedPause{500}; ///< and up to three times as much, by jitter

std::optional<qint64> contentLength(const ResponseHead &head)
{
    const QByteArray *value = findField(head.fields, "Content-Length");
    bool number = false;
    const qint64 length = value ? value->toLongLong(&number) : 0;
    return number ? std::optional(length) : std::nullopt;
}

} // namespace

RequestCourse::RequestCourse(AcceptedRequest request, const ProxyLimits &limits, ReplayBudget &budget, ProxyHost &host,
                             AnswerSink &sink)
    : m_request(std::move(request)), m_limits(limits), m_host(host), m_sink(sink), m_body(budget),
      m_pingTimer([this] { ping(); }), m_triesTimer([this] { triesTimeUp(); }), m_answerTimer([this] { answerTimeUp(); }),
      m_retryTimer([this] { tryCandidate(); })
{
    m_facts.number = m_host.nextRequestNumber();
    m_facts.kind = m_request.kind;
    if (const QByteArray *session = findField(m_request.head.fields, "x-claude-code-session-id"))
        m_facts.session = session->left(128);
    m_record.number = m_facts.number;
    m_record.kind = m_facts.kind;
    m_record.session = m_facts.session;
    m_record.startedAt = m_host.now();
}

RequestCourse::~RequestCourse()
{
    if (m_over)
        return;
    // The client went away: neutral for whoever was being asked.
    if (m_attempt) {
        Outcome gone;
        gone.kind = OutcomeKind::ClientGone;
        gone.fault = TransportFault::Cancelled;
        remember(gone);
        m_attempt.reset();
    }
    over(RequestEnd::ClientGone);
}

void RequestCourse::start()
{
    m_triesTimer.set(m_limits.allTries);
    if (!m_request.hasBody)
        bodyEnd();
}

void RequestCourse::bodyBytes(QByteArrayView bytes)
{
    if (m_over)
        return;
    m_record.bytesIn += static_cast<quint64>(bytes.size());
    if (!m_body.append(bytes)) {
        return refuseBody(errorAnswer(503, QStringLiteral("QCC: no space for the request's body in the temporary directory."),
                                      {{"x-should-retry", "false"}}));
    }
    if (!m_peek.finished() && m_request.kind != RequestKind::Other)
        m_peek.feed(bytes);
    consider();
}

void RequestCourse::bodyEnd()
{
    if (m_over)
        return;
    m_body.finish();
    consider();
}

/// Chooses candidates once enough of the request is known, and hands new bytes to the running attempt.
void RequestCourse::consider()
{
    if (!m_streamRequested && (m_peek.stream() || m_body.complete())) {
        m_streamRequested = m_peek.stream().value_or(false);
        if (m_attempt && m_endpoint)
            m_attempt->setStreamRequested(streams(), headerLimit(*m_endpoint));
        if (streams() && m_request.kind == RequestKind::Messages)
            m_pingTimer.set(std::max(m_limits.firstPing - age(), milliseconds(1)));
        else if (m_request.kind != RequestKind::Other)
            m_answerTimer.set(m_limits.unstreamedAnswer);
    }
    if (m_chosen) {
        if (m_attempt)
            m_attempt->bodyGrew();
        return;
    }
    // A chunked body may still turn out to be malformed, and nothing of a malformed request may leave: it is waited for.
    if (m_body.complete() || (m_request.contentLength && m_body.size() >= kGatherLimit))
        choose();
}

void RequestCourse::choose()
{
    m_chosen = true;
    m_facts.model = m_peek.model().value_or(QByteArray());
    m_record.model = m_facts.model;
    m_plan = m_host.plan(m_facts);
    tryCandidate();
}

bool RequestCourse::hasNext() const
{
    return m_next + 1 < m_plan.candidates.size() && !m_timeIsUp;
}

milliseconds RequestCourse::headerLimit(const Endpoint &endpoint) const
{
    // A limit that a person set holds for every answer; the default is for streams, whose head comes at once.
    const bool chosen = endpoint.limits.header != TimeLimits{}.header;
    return streams() || chosen || m_request.kind == RequestKind::Models ? endpoint.limits.header : m_limits.unstreamedAnswer;
}

void RequestCourse::tryCandidate()
{
    std::optional<EndpointTarget> target;
    while (m_next < m_plan.candidates.size() && !(target = m_host.target(m_plan.candidates[m_next].endpoint)))
        ++m_next;
    if (!target)
        return failAll();
    const Candidate &candidate = m_plan.candidates[m_next];
    const Endpoint &endpoint = target->endpoint;
    m_endpoint = endpoint;
    ++m_tries;

    UpstreamRequest request;
    request.method = m_request.head.method;
    request.target = upstreamTarget(endpoint.url, m_request.originForm);
    request.fields = upstreamFields(m_request.head.fields, endpoint, target->key, m_host.via());
    request.hasBody = m_request.hasBody;
    request.contentLength = m_body.complete() ? std::optional(m_body.size()) : m_request.contentLength;
    request.headerLimit = headerLimit(endpoint);

    m_attempt = std::make_unique<Attempt>(
        Attempt::Facts{candidate, endpoint.name, m_request.kind, m_request.head.method, streams()}, m_limits, m_host,
        static_cast<AttemptOwner &>(*this));
    if (m_headSent)
        m_attempt->deliverDecoded();
    m_readingPaused = false;
    m_host.attemptStarted(m_facts, candidate);
    m_attempt->start(*target, std::move(request), m_body);
    if (hasNext()) {
        if (const auto following = m_host.target(m_plan.candidates[m_next + 1].endpoint))
            m_host.transport(following->endpoint).prewarm(following->endpoint);
    }
}

HeaderFields RequestCourse::marks() const
{
    const Attempt::Facts &facts = m_attempt->facts();
    return {{"x-qcc-config", fieldValueFromName(facts.candidate.config)},
            {"x-qcc-endpoint", fieldValueFromName(facts.endpointName)},
            {"x-qcc-attempts", QByteArray::number(m_tries)}};
}

void RequestCourse::noteFirstByte()
{
    if (m_record.firstByte.count() == 0)
        m_record.firstByte = std::max(age(), milliseconds(1));
}

void RequestCourse::beginFromAttempt(std::optional<qint64> length)
{
    ResponseHead head = *m_attempt->head();
    head.fields = clientFields(head.fields);
    const HeaderFields own = marks();
    head.fields.insert(head.fields.end(), own.begin(), own.end());
    m_record.status = head.status;
    m_headSent = true;
    m_sink.beginAnswer(head, length);
}

void RequestCourse::attemptCommitted()
{
    m_pingTimer.clear();
    m_triesTimer.clear();
    noteFirstByte();
    if (!m_headSent)
        beginFromAttempt(m_attempt->eventStream() ? std::nullopt : contentLength(*m_attempt->head()));
    attemptBody(m_attempt->takeDeliverable());
    if (m_body.complete() && m_attempt->bodySent())
        m_body.release();
    attemptBatchEnd();
}

void RequestCourse::attemptBody(QByteArrayView bytes)
{
    m_record.bytesOut += static_cast<quint64>(bytes.size());
    m_sink.writeBody(bytes);
}

void RequestCourse::attemptBatchEnd()
{
    m_sink.flush();
    if (m_readingPaused || m_sink.waitingBytes() <= m_limits.sendAhead)
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
    m_record.attempts.push_back(
        {facts.candidate.config, facts.candidate.endpoint, facts.endpointName, outcome, m_attempt->age()});
    m_host.attemptEnded(m_facts, facts.candidate, outcome);
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
    // Without a fault on the way, or after the provider's own error event, the answer ends as the provider ended it.
    const bool whole = outcome.kind == OutcomeKind::Success || outcome.kind == OutcomeKind::PassedThrough
        || m_attempt->errorEventSeen() || (outcome.fault == TransportFault::None && !m_attempt->eventStream());
    over(whole ? RequestEnd::Served : RequestEnd::Broken);
    m_attempt.reset();
    if (whole)
        m_sink.endAnswer();
    else
        m_sink.breakOff();
}

void RequestCourse::nextOrFail(const Outcome &outcome)
{
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
        return m_retryTimer.set(milliseconds(static_cast<qint64>(spread * static_cast<double>(kOverloadedPause.count()))));
    }
    failAll();
}

bool RequestCourse::retriesOverloaded(const Outcome &outcome)
{
    return outcome.kind == OutcomeKind::Overloaded && m_plan.candidates.size() == 1 && m_plan.skipped.empty() && !m_timeIsUp
        && m_overloadedTries++ < m_limits.overloadedRetries;
}

void RequestCourse::failAll()
{
    const FailedRequest failed{m_request.kind, m_record.attempts, m_plan.skipped, m_timeIsUp};
    if (m_attempt && m_attempt->head() && providersAnswerStands(failed))
        return passProvidersAnswer();
    const auto name = [this](const EndpointId &id) {
        const auto target = m_host.target(id);
        return target ? target->endpoint.name : id.value;
    };
    answerOwn(failureAnswer(failed, describe(m_record.attempts, m_plan.skipped, name, m_host.now()), m_host.now()));
}

void RequestCourse::passProvidersAnswer()
{
    const QByteArray body = m_attempt->takeDeliverable();
    noteFirstByte();
    over(RequestEnd::Served);
    if (m_headSent) {
        m_sink.writeBody(errorEvent({*m_attempt->head(), body.simplified()}));
    } else {
        beginFromAttempt(body.size());
        m_sink.writeBody(body);
    }
    m_attempt.reset();
    m_sink.endAnswer();
}

void RequestCourse::answerOwn(const OwnAnswer &answer)
{
    m_attempt.reset();
    noteFirstByte();
    m_record.status = answer.head.status;
    over(RequestEnd::Failed);
    if (m_headSent) {
        m_sink.writeBody(errorEvent(answer));
    } else {
        ResponseHead head = answer.head;
        head.fields.push_back({"x-qcc-attempts", QByteArray::number(m_tries)});
        m_sink.beginAnswer(head, answer.body.size());
        m_sink.writeBody(answer.body);
    }
    m_sink.endAnswer();
}

void RequestCourse::refuseBody(const OwnAnswer &answer)
{
    if (m_over)
        return;
    if (m_attempt) {
        Outcome gone;
        gone.kind = OutcomeKind::ClientGone;
        gone.fault = TransportFault::Cancelled;
        remember(gone);
    }
    if (!m_headSent)
        return answerOwn(answer);
    m_attempt.reset();
    over(RequestEnd::Broken);
    m_sink.breakOff();
}

void RequestCourse::ping()
{
    if (m_over)
        return;
    if (!m_headSent)
        beginForPing();
    m_sink.writeBody(kPing);
    m_sink.flush();
    m_pingTimer.set(m_limits.firstPing);
}

/// A head before there is content: the provider's where it has sent one for a stream, without its coding, else our own.
void RequestCourse::beginForPing()
{
    ResponseHead head{200, "OK", 1, {{"Content-Type", "text/event-stream; charset=utf-8"}, {"Cache-Control", "no-cache"}}};
    if (m_attempt) {
        if (m_attempt->eventStream() && m_attempt->head()->status == 200)
            head.fields = clientFields(m_attempt->head()->fields);
        removeFields(head.fields, "Content-Encoding");
        m_attempt->deliverDecoded();
        const HeaderFields own = marks();
        head.fields.insert(head.fields.end(), own.begin(), own.end());
    }
    m_headSent = true;
    m_record.status = head.status;
    m_sink.beginAnswer(head, std::nullopt);
}

void RequestCourse::triesTimeUp()
{
    m_timeIsUp = true;
    // An answer without streaming has its own, longer limit: only further tries are over.
    if (!m_attempt)
        return m_chosen ? failAll() : refuseBody(errorAnswer(504, QStringLiteral("QCC: the request's body did not arrive in time.")));
    if (streams())
        m_attempt->giveUp(TransportFault::HeaderTimeout);
}

void RequestCourse::answerTimeUp()
{
    if (m_attempt && !m_over)
        m_attempt->giveUp(TransportFault::TotalTimeout);
}

milliseconds RequestCourse::age() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_startedAt);
}

void RequestCourse::over(RequestEnd end)
{
    m_over = true;
    m_pingTimer.clear();
    m_triesTimer.clear();
    m_answerTimer.clear();
    m_retryTimer.clear();
    m_record.end = end;
    m_record.duration = age();
    m_host.requestEnded(m_record);
}

} // namespace qcc
