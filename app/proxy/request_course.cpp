// SPDX-License-Identifier: GPL-3.0-or-later
// A request gathered, and its end. How candidates are tried is in request_course_tries.cpp, how its answer
// begins and ends in request_course_answers.cpp.
#include "app/proxy/request_course.h"

#include "models/rules/header_rules.h"

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
