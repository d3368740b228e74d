// SPDX-License-Identifier: GPL-3.0-or-later
// A request gathered and tried. How its answer begins and ends is in request_course_answers.cpp.
#include "app/proxy/request_course.h"

#include "models/rules/header_rules.h"
#include "models/rules/json_text.h"
#include "models/rules/model_mapping.h"
#include "models/rules/request_target.h"

namespace qcc {

namespace {

RequestFacts factsOf(const AcceptedRequest &request, quint64 number)
{
    RequestFacts facts;
    facts.number = number;
    facts.kind = request.kind;
    if (facts.kind == RequestKind::Models) // one that is missing says nothing of the others
        facts.model = request.originForm.left(request.originForm.indexOf('?'));
    if (const QByteArray *session = findField(request.head.fields, "x-claude-code-session-id"))
        facts.session = session->left(128);
    return facts;
}

} // namespace

RequestCourse::RequestCourse(AcceptedRequest request, const ProxyLimits &limits, ReplayBudget &budget,
                             HoldQueue &queue, ProxyHost &host, AnswerSink &sink)
    : m_request(std::move(request)), m_limits(limits), m_host(host), m_body(budget),
      m_facts(factsOf(m_request, host.nextRequestNumber())), m_answer(sink, m_record),
      m_hold(m_facts.number, queue, limits, host, *this), m_repair(limits), m_pingTimer([this] { ping(); }),
      m_triesTimer([this] { triesTimeUp(); }), m_answerTimer([this] { answerTimeUp(); }),
      m_retryTimer([this] { tryCandidate(); })
{
    m_record.number = m_facts.number;
    m_record.kind = m_facts.kind;
    m_record.session = m_facts.session;
    m_record.startedAt = m_host.now();
}

RequestCourse::~RequestCourse()
{
    if (m_over)
        return;
    rememberGone();
    over(RequestEnd::ClientGone);
}

void RequestCourse::start()
{
    if (!m_request.hasBody)
        bodyEnd();
}

void RequestCourse::bodyBytes(QByteArrayView bytes)
{
    if (m_over)
        return;
    m_record.bytesIn += static_cast<quint64>(bytes.size());
    if (!m_body.append(bytes)) {
        return refuseBody(errorAnswer(
            503, QStringLiteral("QCC: no space for the request's body in the temporary directory."),
            {{"x-should-retry", "false"}}));
    }
    if (!m_peek.finished() && m_request.kind != RequestKind::Other)
        m_peek.feed(bytes);
    if (m_facts.session.isEmpty())
        m_digest.add(bytes);
    consider();
}

void RequestCourse::bodyEnd()
{
    if (m_over)
        return;
    m_body.finish();
    consider();
    if (m_over || (m_attempt && m_attempt->committed()))
        return;
    m_triesTimer.set(m_limits.allTries);
    m_triesEnd = Deadline::Clock::now() + m_limits.allTries;
    if (streams() && m_request.kind == RequestKind::Messages)
        m_pingTimer.set(m_limits.firstPing);
    else if (m_request.kind != RequestKind::Other && m_streamRequested)
        m_answerTimer.set(m_limits.unstreamedAnswer);
}

/// Chooses candidates once enough of the request is known, and hands new bytes to the running attempt.
void RequestCourse::consider()
{
    learnForm();
    if (m_chosen) {
        if (m_attempt)
            m_attempt->bodyGrew();
        return;
    }
    // A chunked body may still turn out to be malformed, and nothing of a malformed request may leave: it is
    // waited for.
    // So is one that may be a broken request sent again: its last words tell.
    const bool enough = m_request.contentLength && m_body.size() >= kGatherLimit;
    if (m_body.complete() || (enough && !m_host.mayComeAgain(m_facts.session)))
        choose();
}

/// Is a stream wanted? It says how long an answer may take and what it must look like.
void RequestCourse::learnForm()
{
    if (m_facts.model.isEmpty() && m_request.kind != RequestKind::Models)
        m_record.model = m_facts.model = m_peek.model().value_or(QByteArray());
    learnMark();
    // A body that can't be looked into may ask for either.
    if (m_streamRequested || (!m_peek.stream() && m_request.hasBody && m_peek.broken()) ||
        (!m_peek.stream() && !m_body.complete()))
        return;
    m_streamRequested = m_peek.stream().value_or(false);
    if (m_attempt && m_endpoint)
        m_attempt->setStreamRequested(streams(), headerLimit(*m_endpoint));
}

/// What tells this request from others of its session; the last message and all bytes once they are here.
void RequestCourse::learnMark()
{
    m_facts.mark.summary = m_peek.conversation().summary();
    if (!m_body.complete())
        return;
    m_facts.mark.lastMessage = m_peek.conversation().lastMessage();
    if (m_facts.session.isEmpty())
        m_facts.mark.body = m_digest.value();
}

void RequestCourse::choose()
{
    m_chosen = true;
    m_plan = m_host.plan(m_facts);
    if (mayWait() && !m_plan.candidates.empty() && m_hold.queueUp())
        return;
    tryCandidate();
}

void RequestCourse::follow(RoutingPlan plan)
{
    m_plan = std::move(plan);
    m_next = 0;
    m_earlier = m_record.attempts.size();
    m_overloadedTries = 0;
}

void RequestCourse::goOn(RoutingPlan plan)
{
    follow(std::move(plan));
    tryCandidate();
}

void RequestCourse::giveUpWaiting(RoutingPlan plan)
{
    follow(std::move(plan));
    failAll();
}

milliseconds RequestCourse::timeLeft() const
{
    if (!m_triesEnd)
        return m_limits.allTries;
    return std::chrono::floor<milliseconds>(*m_triesEnd - Deadline::Clock::now());
}

bool RequestCourse::hasNext() const
{
    return m_next + 1 < m_plan.candidates.size() && !m_timeIsUp;
}

milliseconds RequestCourse::headerLimit(const Endpoint &endpoint) const
{
    // A limit that a person set holds for every answer; the default is for streams, whose head comes at once.
    const bool chosen = endpoint.limits.header != TimeLimits{}.header;
    const bool quick = m_request.kind == RequestKind::Models || m_request.kind == RequestKind::CountTokens;
    if (streams() || chosen || quick)
        return endpoint.limits.header;
    return hasNext() ? m_limits.unstreamedTry : m_limits.unstreamedAnswer;
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

    m_attempt = std::make_unique<Attempt>(
        Attempt::Facts{candidate, endpoint.name, m_request.kind, m_request.head.method, m_streamRequested},
        m_limits, m_host, static_cast<AttemptOwner &>(*this));
    if (m_answer.begun())
        m_attempt->deliverDecodedStream();
    m_readingPaused = false;
    m_host.attemptStarted(m_facts, candidate);
    BodySource &body = bodyFor(*target);
    UpstreamRequest request = upstreamRequest(*target);
    if (request.contentLength)
        *request.contentLength += body.size() - m_body.size();
    m_attempt->start(*target, std::move(request), body);
    if (hasNext()) {
        if (const auto following = m_host.target(m_plan.candidates[m_next + 1].endpoint))
            m_host.transport(following->endpoint).prewarm(following->endpoint);
    }
}

/// With the candidate's own name for the model, where it has one and the model is known by now. A name that
/// comes later than that in a long body stays as it is.
std::optional<Splice> RequestCourse::modelSplice(const EndpointTarget &target)
{
    const bool named = m_request.kind == RequestKind::Messages || m_request.kind == RequestKind::CountTokens;
    if (!named || !m_peek.model())
        return std::nullopt;
    const std::optional<QByteArray> name = mappedModel(target.modelMappings, *m_peek.model());
    if (!name)
        return std::nullopt;
    m_attempt->setModel(*name);
    const ByteRange range = *m_peek.modelRange();
    return Splice{range.offset, range.size, jsonQuoted(*name)};
}

/// The body as this candidate gets it.
BodySource &RequestCourse::bodyFor(const EndpointTarget &target)
{
    m_changedBody.reset();
    std::vector<Splice> splices = m_repair.splicesFor(m_plan, m_attempt->facts().candidate.config);
    if (std::optional<Splice> model = modelSplice(target)) {
        const auto place = std::partition_point(splices.begin(), splices.end(), [&](const Splice &splice) {
            return splice.offset < model->offset;
        });
        splices.insert(place, *std::move(model));
    }
    return splices.empty() ? static_cast<BodySource &>(m_body)
                           : m_changedBody.emplace(m_body, std::move(splices));
}

UpstreamRequest RequestCourse::upstreamRequest(const EndpointTarget &target) const
{
    UpstreamRequest request;
    request.method = m_request.head.method;
    request.target = upstreamTarget(target.endpoint.url, m_request.originForm);
    request.fields =
        upstreamFields(m_request.head.fields, target.endpoint, target.key, m_host.via(), target.extraHeaders);
    request.hasBody = m_request.hasBody;
    request.contentLength = m_body.complete() ? std::optional(m_body.size()) : m_request.contentLength;
    request.headerLimit = headerLimit(target.endpoint);
    return request;
}

HeaderFields RequestCourse::marks() const
{
    const Attempt::Facts &facts = m_attempt->facts();
    return {{"x-qcc-config", fieldValueFromName(facts.candidate.config)},
            {"x-qcc-endpoint", fieldValueFromName(facts.endpointName)},
            {"x-qcc-attempts", QByteArray::number(m_tries)}};
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
    m_hold.settle();
    m_record.end = end;
    m_record.held = m_hold.total();
    m_record.removedThinking = m_repair.removedBlocks();
    m_record.thinkingOff = m_repair.thinkingOff();
    m_record.duration = std::max(age(), m_record.firstByte);
    m_record.spilledOver = end == RequestEnd::Served && m_plan.firstChoice && !m_record.attempts.empty() &&
                           m_record.attempts.back().endpoint != m_plan.firstChoice->endpoint;
    m_host.requestEnded(m_record);
}

} // namespace qcc
