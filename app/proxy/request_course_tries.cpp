// SPDX-License-Identifier: GPL-3.0-or-later
// A request's candidates: in which order, with which bytes, and when they are waited for.
#include "app/proxy/request_course.h"

#include "models/rules/header_rules.h"
#include "models/rules/json_text.h"
#include "models/rules/model_mapping.h"
#include "models/rules/request_target.h"

namespace qcc {

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

/// Did the answer refuse what another provider has signed, so that the same one can be asked again without
/// it?
bool RequestCourse::repairs(const Outcome &outcome)
{
    return mayWait() && m_repair.begin(m_plan, m_attempt->facts().candidate.config, outcome.status,
                                       m_attempt->heldPlain(), m_body);
}

std::span<const AttemptRecord> RequestCourse::attemptsOfPlan() const
{
    return std::span(m_record.attempts).subspan(m_earlier);
}

} // namespace qcc
