// SPDX-License-Identifier: GPL-3.0-or-later
// What an attempt's answer came to, and what it told of tokens.
#include "app/proxy/attempt.h"

namespace qcc {

/// Is it a JSON message?
bool Attempt::tellsUsage() const
{
    return m_facts.kind == RequestKind::Messages && !m_eventStream && m_head && m_head->status >= 200 &&
           m_head->status < 300;
}

std::optional<TokenUsage> Attempt::usage() const
{
    if (m_eventStream)
        return m_scanner.usage();
    UsageReader reader = m_messageUsage;
    reader.takeUsage(m_tail.usageObject());
    return reader.usage();
}

/// A good JSON answer comes too late when a stream has begun; that is no fault of the provider's.
Outcome Attempt::deliverable(Outcome outcome) const
{
    if (outcome.kind != OutcomeKind::Success || !m_deliverDecoded || m_eventStream)
        return outcome;
    outcome.kind = OutcomeKind::WrongContent;
    outcome.effect = HealthEffect::Neutral;
    outcome.tryNext = true;
    return outcome;
}

void Attempt::end(TransportFault fault)
{
    m_heldWhole = fault == TransportFault::None && !m_committed;
    const Outcome outcome = m_committed ? judge(fault, true) : deliverable(judge(fault, true));
    if (!m_committed && outcome.kind == OutcomeKind::Success) {
        if (tellsUsage())
            m_messageUsage.takeMessage(heldPlain());
        commit();
    }
    over(outcome);
}

void Attempt::over(const Outcome &outcome)
{
    m_over = true;
    m_owner.attemptEnded(outcome);
}

Outcome Attempt::judge(TransportFault fault, bool bodyComplete) const
{
    AttemptEnd end;
    end.kind = m_facts.kind;
    end.method = m_facts.method;
    end.fault = fault;
    end.head = m_head ? &*m_head : nullptr;
    const QByteArrayView seen = heldPlain();
    end.body = seen.first(std::min(seen.size(), kJudgedBody));
    end.bodyComplete = bodyComplete && seen.size() <= kJudgedBody;
    end.committed = m_committed;
    end.eventStream = m_eventStream;
    end.streamRequested = m_facts.streamRequested.value_or(m_eventStream);
    end.sseContentSeen = m_scanner.contentSeen();
    end.sseErrorSeen = m_scanner.errorSeen();
    end.sseMessageStopSeen = m_scanner.messageStopSeen();
    // What was committed as a JSON answer has been looked into before; its end is the transport's word.
    end.observable = (m_identity || codingKnown()) && (m_eventStream || !m_committed);
    end.sseErrorType = m_scanner.errorType();
    end.nextPatterns = m_nextPatterns;
    end.jitter = m_host.jitter();
    return classify(end, m_host.now());
}

} // namespace qcc
