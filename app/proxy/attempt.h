// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/content_decoder.h"
#include "app/proxy/proxy_host.h"
#include "app/proxy/proxy_limits.h"
#include "models/rules/classify.h"
#include "models/rules/sse_scanner.h"

namespace qcc {

/// Hears how an attempt goes. The attempt may be destroyed inside attemptEnded only.
class AttemptOwner
{
public:
    virtual ~AttemptOwner() = default;
    /// Could another candidate be tried instead of this one?
    virtual bool hasNext() const = 0;
    /// From now on the answer goes to the client: Attempt::head() first, then what was held, then each part
    /// as it comes.
    virtual void attemptCommitted() = 0;
    virtual void attemptBody(QByteArrayView bytes) = 0;
    virtual void attemptBatchEnd() = 0;
    virtual void attemptEnded(const Outcome &outcome) = 0;
};

/// One attempt at one endpoint, and the judgement of its answer (gateway.md section 3). Nothing is passed on
/// before it is committed:
///
///   waiting --head--> holding --first content event / whole good answer / limit--> committed --end--> over
///                        |                                                             ^
///                        +--failure, and a next candidate: over, unseen by the client  |
///                        +--RequestKind::Other ----------------------------------------+
///
/// Decides nothing about what follows. Engine thread.
class Attempt final : private UpstreamListener
{
public:
    struct Facts
    {
        Candidate candidate;
        QString endpointName;
        RequestKind kind = RequestKind::Other;
        QByteArray method;
        std::optional<bool> streamRequested; ///< none: not known (yet)
        QByteArray model{};                  ///< as sent, where it is not the client's name for it
    };

    Attempt(Facts facts, const ProxyLimits &limits, ProxyHost &host, AttemptOwner &owner);

    void start(const EndpointTarget &target, UpstreamRequest request, BodySource &body);
    /// Ends it from our side: a time limit of the whole request was reached. attemptEnded follows at once.
    void giveUp(TransportFault fault);
    void setReading(bool on);
    void bodyGrew();
    /// What the rest of the body has told: whether a stream is wanted, and so how long the head may take.
    void setStreamRequested(bool stream, milliseconds headerLimit);
    /// Only told of, see Facts.
    void setModel(const QByteArray &name) { m_facts.model = name; }
    bool bodySent() const { return !m_exchange || m_exchange->bodySent(); }

    const Facts &facts() const { return m_facts; }
    bool committed() const { return m_committed; }
    const ResponseHead *head() const { return m_head ? &*m_head : nullptr; }
    bool eventStream() const { return m_eventStream; }
    /// The provider's own error event has been seen (and, when committed, passed on).
    bool errorEventSeen() const { return m_scanner.errorSeen(); }
    /// The tokens that the answer told of so far; none where it told none, or could not be looked into.
    std::optional<TokenUsage> usage() const;
    /// What was held, as received; empty afterwards.
    QByteArray takeHeld() { return std::exchange(m_held, {}); }
    /// The client has the head of an event stream without a content coding already: only a stream is of use,
    /// decoded. Only before the commit.
    void deliverDecodedStream() { m_deliverDecoded = true; }
    /// The answer came to its end as framed, and all of it was held.
    bool heldWhole() const { return m_heldWhole; }
    /// The same, decoded; nothing of a coding that can't be looked into.
    QByteArrayView heldPlain() const
    {
        return m_identity ? QByteArrayView(m_held) : QByteArrayView(m_decoded);
    }
    /// Held bytes in the form to deliver.
    QByteArray takeDeliverable();
    milliseconds age() const;

private:
    void onHead(const ResponseHead &head) override;
    void onBody(QByteArrayView bytes) override;
    void onBatchEnd() override;
    void onEnd() override;
    void onFault(TransportFault fault, const QString &detail) override;

    bool observed() const;
    bool codingKnown() const { return m_decoder != nullptr; }
    void hold(QByteArrayView bytes);
    void considerCommit();
    void considerRefusal();
    void considerStream();
    void considerJson();
    bool unwantedStream() const;
    bool heldTooMuch() const;
    Outcome deliverable(Outcome outcome) const;
    void commit();
    void commitBeginning();
    void passOn(QByteArrayView bytes);
    void watch(QByteArrayView plain);
    bool tellsUsage() const;
    void end(TransportFault fault);
    Outcome judge(TransportFault fault, bool bodyComplete) const;
    void over(const Outcome &outcome);

    Facts m_facts;
    const ProxyLimits &m_limits;
    ProxyHost &m_host;
    AttemptOwner &m_owner;
    std::vector<NextPattern> m_nextPatterns; ///< of the candidate's config
    std::unique_ptr<UpstreamExchange> m_exchange;
    std::chrono::steady_clock::time_point m_startedAt = std::chrono::steady_clock::now();
    std::optional<ResponseHead> m_head;
    std::unique_ptr<ContentDecoder> m_decoder; ///< null: a coding that we can't look into
    bool m_identity = true;
    bool m_spoilt = false; ///< the coding was not what it said
    SseScanner m_scanner;
    MessageTail m_tail;         ///< of a JSON answer that is not held as a whole
    UsageReader m_messageUsage; ///< of a JSON answer
    QByteArray m_held;          ///< as received
    QByteArray m_decoded;       ///< the same, decoded; only where a coding is used
    bool m_eventStream = false;
    bool m_committed = false;
    bool m_over = false;
    bool m_heldWhole = false;
    bool m_deliverDecoded = false;
};

} // namespace qcc
