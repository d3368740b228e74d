// SPDX-License-Identifier: GPL-3.0-or-later
// An answer held back, looked into and passed on. How it is judged at its end is in attempt_end.cpp.
#include "app/proxy/attempt.h"

namespace qcc {

namespace {

bool isEventStream(const ResponseHead &head)
{
    const QByteArray *type = findField(head.fields, "Content-Type");
    return type && type->trimmed().toLower().startsWith("text/event-stream");
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

/// Decoders take small pieces, so that what one piece can swell to is bounded.
std::optional<QByteArray> decodeAll(ContentDecoder &decoder, QByteArrayView coded)
{
    constexpr qsizetype kPiece = 16 * 1024;
    QByteArray plain;
    while (!coded.isEmpty()) {
        const QByteArrayView piece = coded.first(std::min(coded.size(), kPiece));
        const std::optional<QByteArray> part = decoder.decode(piece);
        if (!part)
            return std::nullopt;
        plain += *part;
        coded = coded.sliced(piece.size());
    }
    return plain;
}

} // namespace

Attempt::Attempt(Facts facts, const ProxyLimits &limits, ProxyHost &host, AttemptOwner &owner)
    : m_facts(std::move(facts)), m_limits(limits), m_host(host), m_owner(owner)
{
}

void Attempt::start(const EndpointTarget &target, UpstreamRequest request, BodySource &body)
{
    m_nextPatterns = target.nextPatterns;
    m_exchange = m_host.transport(target.endpoint).start(target.endpoint, std::move(request), body, *this);
}

milliseconds Attempt::age() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_startedAt);
}

void Attempt::setReading(bool on)
{
    if (m_exchange)
        m_exchange->setReading(on);
}

void Attempt::bodyGrew()
{
    if (m_exchange)
        m_exchange->bodyGrew();
}

void Attempt::setStreamRequested(bool stream, milliseconds headerLimit)
{
    m_facts.streamRequested = stream;
    if (m_exchange)
        m_exchange->setHeaderLimit(headerLimit);
}

void Attempt::giveUp(TransportFault fault)
{
    end(fault);
}

bool Attempt::observed() const
{
    return m_facts.kind != RequestKind::Other && m_facts.method != "HEAD";
}

bool Attempt::unwantedStream() const
{
    return m_eventStream && isSuccess(m_head->status) &&
           !(m_facts.streamRequested.value_or(true) && m_facts.kind == RequestKind::Messages);
}

void Attempt::onHead(const ResponseHead &head)
{
    m_head = head;
    m_eventStream = isEventStream(head);
    const QByteArray *coding = findField(head.fields, "Content-Encoding");
    m_identity = !coding || coding->isEmpty() || sameFieldName(*coding, "identity");
    m_decoder = ContentDecoder::make(coding ? QByteArrayView(*coding) : QByteArrayView());
    if (m_facts.kind == RequestKind::Other)
        return commit();
    // Where the head alone decides for the next candidate, its body is not waited for.
    if ((!bodyDecides(head, m_facts.kind, m_nextPatterns) && m_owner.hasNext()) || unwantedStream()) {
        const Outcome outcome = judge(TransportFault::None, false);
        if (outcome.tryNext)
            return over(outcome);
    }
    if (!observed())
        commit();
}

void Attempt::onBody(QByteArrayView bytes)
{
    if (m_over)
        return;
    if (m_committed)
        return passOn(bytes);
    hold(bytes);
    considerCommit();
}

void Attempt::hold(QByteArrayView bytes)
{
    m_held.append(bytes.data(), bytes.size());
    if (m_identity) {
        if (m_eventStream)
            m_scanner.feed(bytes);
        return;
    }
    if (!m_decoder)
        return;
    const std::optional<QByteArray> plain = decodeAll(*m_decoder, bytes);
    if (!plain) {
        m_decoder.reset(); // not what it says it is
        m_spoilt = true;
        return;
    }
    m_decoded += *plain;
    if (m_eventStream)
        m_scanner.feed(*plain);
}

void Attempt::considerCommit()
{
    if (!isSuccess(m_head->status))
        return considerRefusal();
    if (m_spoilt)
        return end(TransportFault::Protocol);
    if (!codingKnown())
        return m_deliverDecoded ? end(TransportFault::Protocol) : commit();
    m_eventStream ? considerStream() : considerJson();
}

/// An error answer is held as a whole, unless it is too large to be one that means anything but its status.
void Attempt::considerRefusal()
{
    if (m_held.size() <= kJudgedBody)
        return;
    const Outcome outcome = judge(TransportFault::None, false);
    const bool lastWord = outcome.kind == OutcomeKind::ConfigSaysNext && !m_owner.hasNext();
    const bool passes = outcome.kind == OutcomeKind::PassedThrough || lastWord;
    passes && !m_deliverDecoded ? commit() : over(outcome);
}

void Attempt::considerStream()
{
    if (m_scanner.errorBeforeContent())
        return end(TransportFault::None);
    if (m_scanner.contentSeen() || heldTooMuch())
        commit();
}

/// A JSON answer is of use only as a whole, as far as it can be held.
void Attempt::considerJson()
{
    if (!heldTooMuch())
        return;
    const Outcome outcome = judge(TransportFault::None, false);
    if (m_deliverDecoded || (outcome.kind == OutcomeKind::WrongContent && m_owner.hasNext()))
        over(deliverable(outcome));
    else
        commitBeginning();
}

/// Of a JSON answer that is too large to be held.
void Attempt::commitBeginning()
{
    watch(heldPlain());
    commit();
}

bool Attempt::heldTooMuch() const
{
    return m_held.size() > m_limits.heldAnswer || m_decoded.size() > m_limits.heldAnswer;
}

void Attempt::commit()
{
    m_committed = true;
    m_owner.attemptCommitted();
}

QByteArray Attempt::takeDeliverable()
{
    if (m_identity || !m_deliverDecoded)
        return takeHeld();
    m_held.clear();
    return std::exchange(m_decoded, {});
}

void Attempt::passOn(QByteArrayView bytes)
{
    if (!observed() || !(m_eventStream || m_deliverDecoded || tellsUsage()))
        return m_owner.attemptBody(bytes);
    if (m_identity) {
        watch(bytes);
        return m_owner.attemptBody(bytes);
    }
    std::optional<QByteArray> plain = m_decoder ? decodeAll(*m_decoder, bytes) : std::nullopt;
    if (!plain) {
        m_decoder.reset();
        return m_deliverDecoded ? end(TransportFault::Protocol) : m_owner.attemptBody(bytes);
    }
    watch(*plain);
    m_owner.attemptBody(m_deliverDecoded ? QByteArrayView(*plain) : bytes);
}

void Attempt::watch(QByteArrayView plain)
{
    if (m_eventStream)
        m_scanner.feed(plain);
    else if (tellsUsage())
        m_tail.feed(plain);
}

void Attempt::onBatchEnd()
{
    if (m_committed && !m_over)
        m_owner.attemptBatchEnd();
}

void Attempt::onEnd()
{
    if (!m_over)
        end(TransportFault::None);
}

void Attempt::onFault(TransportFault fault, const QString &)
{
    if (!m_over)
        end(fault);
}

} // namespace qcc
