// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/deadline.h"
#include "app/proxy/attempt.h"
#include "app/proxy/course_answer.h"
#include "app/proxy/course_end.h"
#include "app/proxy/course_hold.h"
#include "app/proxy/course_repair.h"
#include "app/upstream/replay_buffer.h"
#include "app/upstream/spliced_body.h"
#include "models/rules/request_peek.h"

namespace qcc {

/// A request that passed the guard.
struct AcceptedRequest
{
    RequestHead head;
    QByteArray originForm;
    RequestKind kind = RequestKind::Other;
    bool hasBody = false;
    std::optional<qint64> contentLength;
};

/// One request's way through the candidates to its answer. Knows no client socket: bytes come in by calls,
/// the answer goes to an AnswerSink. Destroying it is how a client that went away cancels it. Engine thread.
///
///   gathering --the body is here, or enough of it--> trying --commit--> answering --> over
///                                                               |  ^
///                                      failure, next candidate  +--+      no candidate left --> own error
///                                      --> over
///   trying --every candidate is limited--> held --a limit ends, something changes--> trying, or own error
class RequestCourse final : public QObject, private AttemptOwner, private HoldOwner
{
    Q_OBJECT
public:
    /// A body up to this size is here as a whole before the first attempt, so that `model` and `stream` are
    /// known; a larger one of known length is sent on while it arrives.
    static constexpr qint64 kGatherLimit = 256 * 1024;

    RequestCourse(AcceptedRequest request, const ProxyLimits &limits, ReplayBudget &budget, HoldQueue &queue,
                  ProxyHost &host, AnswerSink &sink);
    ~RequestCourse() override;

    void start();
    void bodyBytes(QByteArrayView bytes);
    void bodyEnd();
    /// The client's body is malformed or too large: an own error, or a break where an answer has begun.
    void refuseBody(const OwnAnswer &answer);
    /// The client took what was waiting for it.
    void clientDrained();
    bool isOver() const { return m_over; }

private:
    bool hasNext() const override;
    void attemptCommitted() override;
    void attemptBody(QByteArrayView bytes) override;
    void attemptBatchEnd() override;
    void attemptEnded(const Outcome &outcome) override;
    RoutingPlan planAgain() override { return m_host.plan(m_facts); }
    milliseconds timeLeft() const override;
    void goOn(RoutingPlan plan) override;
    void giveUpWaiting(RoutingPlan plan) override;

    void consider();
    void learnForm();
    void learnMark();
    void choose();
    void follow(RoutingPlan plan);
    void tryCandidate();
    UpstreamRequest upstreamRequest(const EndpointTarget &target) const;
    std::optional<Splice> modelSplice(const EndpointTarget &target);
    BodySource &bodyFor(const EndpointTarget &target);
    bool streams() const { return m_streamRequested.value_or(false); }
    milliseconds headerLimit(const Endpoint &endpoint) const;
    bool retriesOverloaded(const Outcome &outcome);
    void nextOrFail(const Outcome &outcome);
    void finishCommitted(const Outcome &outcome);
    bool repairs(const Outcome &outcome);
    bool mayWait() const { return m_request.kind == RequestKind::Messages && !m_timeIsUp; }
    std::span<const AttemptRecord> attemptsOfPlan() const;
    void failAll();
    void passProvidersAnswer();
    void answerOwn(OwnAnswer answer);
    void ping();
    void triesTimeUp();
    void answerTimeUp();
    void noteFirstByte();
    HeaderFields marks() const;
    void remember(const Outcome &outcome);
    void rememberGone();
    void over(RequestEnd end);
    milliseconds age() const;

    AcceptedRequest m_request;
    const ProxyLimits &m_limits;
    ProxyHost &m_host;
    std::chrono::steady_clock::time_point m_startedAt = std::chrono::steady_clock::now();
    ReplayBuffer m_body;
    RequestPeek m_peek;
    ByteDigest m_digest; ///< of a body that names no session
    std::optional<bool> m_streamRequested;
    RequestFacts m_facts;
    RequestRecord m_record;
    CourseAnswer m_answer;
    CourseHold m_hold;
    CourseRepair m_repair;
    RoutingPlan m_plan;
    size_t m_next = 0;                        ///< index of the candidate being tried
    size_t m_earlier = 0;                     ///< attempts of former plans
    int m_tries = 0;                          ///< attempts begun
    std::optional<SplicedBody> m_changedBody; ///< as the running attempt's candidate gets it
    std::unique_ptr<Attempt> m_attempt;
    std::optional<Endpoint> m_endpoint; ///< of the running attempt
    // All but the last are armed when the request is here as a whole: a slow upload is no slow answer.
    Deadline m_pingTimer;
    Deadline m_triesTimer;
    std::optional<Deadline::Clock::time_point> m_triesEnd; ///< where m_triesTimer was set to
    Deadline m_answerTimer;
    Deadline m_retryTimer;
    int m_overloadedTries = 0;
    bool m_chosen = false;
    bool m_readingPaused = false;
    bool m_timeIsUp = false;
    bool m_over = false;
};

} // namespace qcc
