// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in. What goes out is in client_connection_answers.cpp.
#include "app/proxy/client_connection.h"

#include "app/proxy/proxy_server.h"
#include "app/proxy/request_gate.h"
#include "models/rules/guard.h"
#include "models/rules/request_target.h"

namespace qcc {

namespace {
constexpr QByteArrayView kContinue("HTTP/1.1 100 Continue\r\n\r\n");
}

ClientConnection::ClientConnection(StreamPtr stream, ProxyServer &server, PeerPlace peer)
    : QObject(&server), m_stream(std::move(stream)), m_server(server), m_peer(peer),
      m_scanner(kRequestHeadLimits), m_limit([this] { limitReached(); }),
      m_reader(*m_stream, server.limits().stalledReader, [this] { closeNow(); })
{
    m_stream->setListener(this);
    m_limit.set(m_server.limits().requestHead);
}

ClientConnection::~ClientConnection()
{
    delete m_course;
}

void ClientConnection::onBytes(QByteArrayView bytes)
{
    switch (m_state) {
    case State::Head:
        m_in.append(bytes.data(), bytes.size());
        return processInput();
    case State::Request:
        return keepForLater(feedBody(bytes));
    case State::Lingering:
        return lingerOn();
    case State::Closed:
        return;
    }
}

/// Reads heads as long as whole ones are here; each may be answered at once.
void ClientConnection::processInput()
{
    if (m_processing)
        return;
    m_processing = true;
    while (m_state == State::Head && !m_in.isEmpty()) {
        if (!m_headBegun) {
            m_headBegun = true;
            m_limit.set(m_server.limits().requestHead); // in total, not since the last byte
        }
        const HeadScanner::Status status = m_scanner.scan(m_in);
        if (status == HeadScanner::Status::Incomplete)
            break;
        if (status == HeadScanner::Status::Bad)
            refuse(faultAnswer(m_scanner.fault()));
        else
            readHead();
    }
    m_processing = false;
}

void ClientConnection::readHead()
{
    const qsizetype size = m_scanner.headSize();
    const ParsedRequest parsed = parseRequestHead(QByteArrayView(m_in).first(size));
    m_in.remove(0, size);
    m_scanner = HeadScanner(kRequestHeadLimits);
    m_headBegun = false;
    m_limit.clear();
    if (parsed.fault != HttpFault::None)
        return refuse(faultAnswer(parsed.fault));
    const GuardDecision guarded = m_server.guardRequest(parsed.head, m_peer);
    const GateDecision decision =
        decideAtGate(parsed, guarded.verdict, m_server.limits().requestBody, m_closeSoon);
    if (decision.own)
        return answer(*decision.own, decision.form);
    if (guarded.verdict == GuardVerdict::OwnPage)
        return answer(m_server.ownPageAnswer(guarded.originForm), decision.form);
    openWriter(decision.form);
    accept(parsed, guarded.originForm);
}

void ClientConnection::accept(const ParsedRequest &parsed, const QByteArray &originForm)
{
    m_state = State::Request;
    AcceptedRequest request;
    request.head = parsed.head;
    request.originForm = originForm;
    request.kind = requestKind(parsed.head.method, originForm);
    request.hasBody = parsed.framing.kind != BodyFraming::Kind::None;
    if (parsed.framing.kind == BodyFraming::Kind::Length)
        request.contentLength = static_cast<qint64>(parsed.framing.length);
    if (parsed.expectContinue && request.hasBody && parsed.head.minorVersion >= 1) {
        m_stream->write(kContinue);
        m_reader.wrote(kContinue.size());
    }
    m_body.emplace(parsed.framing, m_server.limits().requestBody);
    m_course = m_server.newCourse(std::move(request), *this);
    m_course->setParent(this);
    m_course->start();
    if (m_body && m_body->done() && parsed.framing.kind != BodyFraming::Kind::None)
        m_course->bodyEnd();
    const QByteArray rest = std::exchange(m_in, {});
    keepForLater(feedBody(rest));
    if (m_state == State::Request && m_body && !m_body->done())
        m_limit.set(m_server.limits().bodySilence);
}

/// Hands body bytes to the course; returns what belongs to the next request.
QByteArrayView ClientConnection::feedBody(QByteArrayView bytes)
{
    while (m_state == State::Request && m_body && !m_body->done() && !bytes.isEmpty()) {
        const RequestBodyReader::Step step = m_body->next(bytes);
        bytes = bytes.sliced(step.consumed);
        if (step.status == RequestBodyReader::Status::Bad) {
            spoiltBody(faultAnswer(HttpFault::BadChunk));
            return {};
        }
        if (step.status == RequestBodyReader::Status::TooLarge) {
            spoiltBody(bodyTooLargeAnswer(m_server.limits().requestBody));
            return {};
        }
        m_limit.set(m_server.limits().bodySilence);
        if (m_course && !step.data.isEmpty())
            m_course->bodyBytes(step.data);
        if (m_state == State::Request && m_body && m_body->done()) {
            m_limit.clear();
            if (m_course)
                m_course->bodyEnd();
        }
    }
    return bytes;
}

/// Nothing that follows can be understood any more.
void ClientConnection::spoiltBody(const OwnAnswer &answer)
{
    m_body.reset();
    if (m_course)
        m_course->refuseBody(answer);
}

void ClientConnection::keepForLater(QByteArrayView bytes)
{
    if (bytes.isEmpty() || m_state == State::Closed || m_state == State::Lingering)
        return;
    m_in.append(bytes.data(), bytes.size());
    if (m_state == State::Head)
        return processInput();
    if (m_in.size() >= m_server.limits().pipelined)
        m_stream->setReading(false);
}

void ClientConnection::limitReached()
{
    switch (m_state) {
    case State::Head:
        if (m_headBegun)
            return refuse(
                errorAnswer(408, QStringLiteral("QCC: the request's head did not arrive in time.")));
        return isIdle() ? closeNow() : rest(); // else the last answer is still being taken, which is watched
    case State::Request:
        if (m_course && m_body && !m_body->done())
            m_course->refuseBody(
                errorAnswer(408, QStringLiteral("QCC: the request's body did not arrive in time.")));
        return;
    case State::Lingering:
        return closeNow();
    case State::Closed:
        return;
    }
}

void ClientConnection::closeSoon()
{
    m_closeSoon = true;
    if (m_state == State::Head && m_in.isEmpty())
        isIdle() ? closeNow() : linger(Upload::Read);
}

void ClientConnection::closeNow()
{
    if (m_state == State::Closed)
        return;
    m_stream->closeNow(m_state == State::Request || m_stream->pendingBytes() > 0);
    gone();
}

void ClientConnection::onClosed(StreamFault, const QString &)
{
    gone();
}

void ClientConnection::gone()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_limit.clear();
    m_reader.drained();
    delete std::exchange(m_course, nullptr); // cancels what runs for it
    m_server.connectionGone(this);
}

} // namespace qcc
