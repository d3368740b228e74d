// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/client_connection.h"

#include "app/proxy/proxy_server.h"
#include "models/rules/guard.h"
#include "models/rules/request_target.h"

namespace qcc {

namespace {
constexpr QByteArrayView kContinue("HTTP/1.1 100 Continue\r\n\r\n");
}

ClientConnection::ClientConnection(StreamPtr stream, ProxyServer &server)
    : m_stream(std::move(stream)), m_server(server), m_scanner(kRequestHeadLimits), m_limit([this] { limitReached(); })
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
        keepForLater(feedBody(bytes));
        return;
    case State::Lingering:
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

    const GuardDecision decision = m_server.guardRequest(parsed.head);
    const bool hasBody = parsed.framing.kind != BodyFraming::Kind::None;
    AnswerForm form{parsed.head.method == "HEAD", parsed.head.minorVersion == 0, parsed.keepAlive && !m_closeSoon};
    if (decision.verdict == GuardVerdict::Greeting && !hasBody)
        return answer(greetingAnswer(), form);
    if (decision.verdict != GuardVerdict::Allowed && decision.verdict != GuardVerdict::Greeting) {
        form.keepAlive = false;
        return answer(refusalAnswer(decision.verdict), form);
    }
    form.keepAlive = form.keepAlive && decision.verdict == GuardVerdict::Allowed;
    if (parsed.expectOther)
        return refuse(errorAnswer(417, QStringLiteral("QCC: this expectation can't be met.")));
    if (parsed.framing.kind == BodyFraming::Kind::Length
        && parsed.framing.length > static_cast<quint64>(m_server.limits().requestBody))
        return refuse(errorAnswer(413, QStringLiteral("QCC: the request's body is over 64 MiB.")));
    m_writer.emplace(*m_stream, form);
    accept(parsed, decision.originForm);
}

void ClientConnection::accept(const ParsedRequest &parsed, const QByteArray &originForm)
{
    m_state = State::Request;
    m_answered = false;
    AcceptedRequest request;
    request.head = parsed.head;
    request.originForm = originForm;
    request.kind = requestKind(parsed.head.method, originForm);
    request.hasBody = parsed.framing.kind != BodyFraming::Kind::None;
    if (parsed.framing.kind == BodyFraming::Kind::Length)
        request.contentLength = static_cast<qint64>(parsed.framing.length);
    if (parsed.expectContinue && request.hasBody && parsed.head.minorVersion >= 1)
        m_stream->write(kContinue);
    m_body.emplace(parsed.framing, m_server.limits().requestBody);
    m_course = m_server.newCourse(std::move(request), *this);
    m_course->setParent(this);
    m_course->start();
    if (m_body && m_body->done() && parsed.framing.kind != BodyFraming::Kind::None)
        m_course->bodyEnd();
    const QByteArray rest = std::exchange(m_in, {});
    keepForLater(feedBody(rest));
    if (m_body && !m_body->done())
        m_limit.set(m_server.limits().bodySilence);
}

/// Hands body bytes to the course; returns what belongs to the next request.
QByteArrayView ClientConnection::feedBody(QByteArrayView bytes)
{
    while (m_state == State::Request && m_body && !m_body->done() && !bytes.isEmpty()) {
        const RequestBodyReader::Step step = m_body->next(bytes);
        bytes = bytes.sliced(step.consumed);
        RequestCourse *course = m_course;
        if (step.status == RequestBodyReader::Status::Bad) {
            m_body.reset();
            if (course)
                course->refuseBody(faultAnswer(HttpFault::BadChunk));
            return {};
        }
        if (step.status == RequestBodyReader::Status::TooLarge) {
            m_body.reset();
            if (course)
                course->refuseBody(errorAnswer(413, QStringLiteral("QCC: the request's body is over 64 MiB.")));
            return {};
        }
        if (course && !step.data.isEmpty())
            course->bodyBytes(step.data);
        if (m_body && m_body->done()) {
            m_limit.clear();
            if (m_course)
                m_course->bodyEnd();
        } else if (m_body && m_state == State::Request) {
            m_limit.set(m_server.limits().bodySilence);
        }
    }
    return bytes;
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

void ClientConnection::answer(const OwnAnswer &own, AnswerForm form)
{
    m_writer.emplace(*m_stream, form);
    m_writer->begin(own.head, own.body.size());
    m_writer->body(own.body);
    m_writer->end();
    if (!form.keepAlive)
        return linger();
    m_writer.reset();
    m_limit.set(m_server.limits().keepAliveIdle);
}

/// Whatever can't be trusted is answered once, and nothing that follows is read as a request.
void ClientConnection::refuse(const OwnAnswer &own)
{
    m_in = QByteArray();
    answer(own, AnswerForm{false, false, false});
}

void ClientConnection::turnAway(const OwnAnswer &own)
{
    refuse(own);
}

void ClientConnection::beginAnswer(const ResponseHead &head, std::optional<qint64> length)
{
    // A body that is still on its way makes the connection useless for another request.
    if (!m_body || !m_body->done() || m_closeSoon)
        m_writer->forbidKeepAlive();
    m_writer->begin(head, length);
}

void ClientConnection::writeBody(QByteArrayView bytes)
{
    m_writer->body(bytes);
}

void ClientConnection::flush()
{
    if (!m_writer)
        return;
    m_writer->flush();
    if (m_stream->pendingBytes() > 0 && m_body && m_body->done() && !m_limit.isSet())
        m_limit.set(m_server.limits().stalledReader);
}

qsizetype ClientConnection::waitingBytes() const
{
    return m_stream->pendingBytes();
}

void ClientConnection::onDrained()
{
    if (m_state != State::Request)
        return;
    if (m_body && m_body->done())
        m_limit.clear();
    if (m_course)
        m_course->clientDrained();
}

void ClientConnection::endAnswer()
{
    if (!m_writer->end())
        return breakOff();
    afterAnswer();
}

void ClientConnection::afterAnswer()
{
    if (m_course)
        std::exchange(m_course, nullptr)->deleteLater();
    const bool keep = m_writer->keepAlive() && m_body && m_body->done();
    m_writer.reset();
    m_body.reset();
    if (!keep || m_closeSoon)
        return linger();
    m_state = State::Head;
    m_headBegun = false;
    m_limit.set(m_server.limits().keepAliveIdle);
    m_stream->setReading(true);
    // Further requests that are here already get their turn from the event loop: no recursion, however many there are.
    if (!m_in.isEmpty())
        QMetaObject::invokeMethod(this, &ClientConnection::processInput, Qt::QueuedConnection);
}

void ClientConnection::breakOff()
{
    if (m_course)
        std::exchange(m_course, nullptr)->deleteLater();
    m_stream->closeNow(true);
    gone();
}

/// RFC 9112 section 9.6: closing with unread bytes would reset the connection and could take the answer with it.
void ClientConnection::linger()
{
    m_state = State::Lingering;
    m_in = QByteArray();
    m_stream->setReading(true);
    m_stream->finishWriting();
    m_limit.set(m_server.limits().lingering);
}

void ClientConnection::limitReached()
{
    switch (m_state) {
    case State::Head:
        if (m_headBegun)
            return refuse(errorAnswer(408, QStringLiteral("QCC: the request's head did not arrive in time.")));
        return closeNow();
    case State::Request:
        if (m_course && m_body && !m_body->done())
            return m_course->refuseBody(errorAnswer(408, QStringLiteral("QCC: the request's body did not arrive in time.")));
        return closeNow();
    case State::Lingering:
        // A slow reader of a large answer is given its time as long as it takes some.
        return closeNow();
    case State::Closed:
        return;
    }
}

void ClientConnection::closeSoon()
{
    m_closeSoon = true;
    if (isIdle())
        closeNow();
}

void ClientConnection::closeNow()
{
    if (m_state == State::Closed)
        return;
    m_stream->closeNow(m_state == State::Request);
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
    delete std::exchange(m_course, nullptr); // cancels what runs for it
    m_server.connectionGone(this);
}

} // namespace qcc
