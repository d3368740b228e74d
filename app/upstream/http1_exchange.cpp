// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/http1_exchange.h"

#include "app/upstream/connection.h"
#include "app/upstream/connection_pool.h"

namespace qcc {

Http1Exchange::Http1Exchange(std::shared_ptr<ConnectionPool> pool, const TimeLimits &limits,
                             UpstreamRequest request, BodySource &body, UpstreamListener &listener)
    : m_pool(std::move(pool)), m_limits(limits), m_request(std::move(request)), m_body(body),
      m_listener(listener), m_reader(m_request.method), m_deadline([this] { deadlineReached(); })
{
    m_stream = m_pool->takeIdle();
    if (m_stream)
        beginOnIdle();
    else
        beginFresh();
}

Http1Exchange::~Http1Exchange()
{
    if (m_gone)
        *m_gone = true;
}

void Http1Exchange::beginOnIdle()
{
    m_reused = true;
    m_stream->setListener(this);
    m_phase = Phase::Exchanging;
    sendRequest();
}

void Http1Exchange::beginFresh()
{
    m_reused = false;
    m_phase = Phase::Connecting;
    Result<StreamPtr> stream = m_pool->open();
    if (!stream) {
        const QString why = stream.refusal().subject + QLatin1String(": ") + stream.refusal().detail;
        QMetaObject::invokeMethod(
            &m_deadline, [this, why] { fail(TransportFault::Tls, why); }, Qt::QueuedConnection);
        return;
    }
    m_stream = std::move(stream).value();
    m_stream->setListener(this);
    m_deadline.set(m_limits.connect);
}

void Http1Exchange::onConnected()
{
    m_phase = Phase::Exchanging;
    sendRequest();
}

void Http1Exchange::sendRequest()
{
    HeaderFields fields = m_request.fields;
    if (m_request.hasBody) {
        if (m_request.contentLength)
            fields.push_back({"Content-Length", QByteArray::number(*m_request.contentLength)});
        else
            fields.push_back({"Transfer-Encoding", "chunked"});
    }
    m_offset = 0;
    m_bodyDone = !m_request.hasBody;
    QByteArray first = serializeRequestHead(m_request.method, m_request.target, fields);
    if (!m_bodyDone)
        first += nextBodyBlock();
    m_anySent = true;
    m_stream->setReading(m_reading);
    m_stream->write(first);
    armAnswerLimit();
    pumpBody();
}

QByteArray Http1Exchange::nextBodyBlock()
{
    const std::optional<QByteArray> read = m_body.read(m_offset, kSendBlock);
    if (!read) {
        m_bodyStopped = true;
        QMetaObject::invokeMethod(
            &m_deadline,
            [this] {
                fail(TransportFault::Cancelled, QStringLiteral("the request's temporary file can't be read"));
            },
            Qt::QueuedConnection);
        return {};
    }
    m_offset += read->size();
    const bool chunked = !m_request.contentLength;
    QByteArray block = chunked && !read->isEmpty() ? chunkHeader(read->size()) + *read + "\r\n" : *read;
    if (m_body.complete() && m_offset == m_body.size()) {
        m_bodyDone = true;
        if (chunked)
            block += "0\r\n\r\n";
    }
    return block;
}

void Http1Exchange::pumpBody()
{
    if (m_phase != Phase::Exchanging || !m_stream)
        return;
    while (!m_bodyDone && !m_bodyStopped && m_stream->pendingBytes() < kSendAhead) {
        const QByteArray block = nextBodyBlock();
        if (block.isEmpty()) {
            // The client's pause is not the endpoint's: the limit rests until there is something to send.
            if (!m_bodyDone && m_stream->pendingBytes() == 0)
                m_deadline.clear();
            return;
        }
        m_stream->write(block);
        armAnswerLimit();
    }
}

void Http1Exchange::bodyGrew()
{
    pumpBody();
}

void Http1Exchange::setHeaderLimit(milliseconds limit)
{
    m_request.headerLimit = limit;
    if (m_phase == Phase::Exchanging)
        armAnswerLimit();
}

void Http1Exchange::onDrained()
{
    armAnswerLimit();
    pumpBody();
}

void Http1Exchange::armAnswerLimit()
{
    if (!m_reader.headSeen())
        m_deadline.set(m_request.headerLimit);
}

void Http1Exchange::setReading(bool on)
{
    m_reading = on;
    if (m_phase != Phase::Exchanging || !m_stream)
        return;
    m_stream->setReading(on);
    if (!m_reader.headSeen())
        return;
    if (on)
        m_deadline.set(m_limits.idle);
    else
        m_deadline.clear();
}

void Http1Exchange::onBytes(QByteArrayView bytes)
{
    m_reader.feed(bytes);
    while (true) {
        const ResponseReader::Event event = m_reader.next();
        if (event == ResponseReader::Event::NeedMore)
            break;
        if (!handle(event))
            return;
    }
    if (!m_reader.headSeen())
        return;
    bool gone = false;
    m_gone = &gone;
    m_listener.onBatchEnd();
    if (gone)
        return;
    m_gone = nullptr;
    if (m_reading)
        m_deadline.set(m_limits.idle);
}

/// False when the exchange is over or destroyed.
bool Http1Exchange::handle(ResponseReader::Event event)
{
    bool gone = false;
    m_gone = &gone;
    switch (event) {
    case ResponseReader::Event::Head:
        headArrived();
        break;
    case ResponseReader::Event::Body:
        m_listener.onBody(m_reader.body());
        break;
    case ResponseReader::Event::End:
        finish();
        return false;
    case ResponseReader::Event::Bad:
        fail(TransportFault::Protocol, QStringLiteral("not a well-formed HTTP/1.1 answer"));
        return false;
    case ResponseReader::Event::NeedMore:
        break;
    }
    if (!gone)
        m_gone = nullptr;
    return !gone;
}

void Http1Exchange::headArrived()
{
    // RFC 9112 section 9.3: a sender may stop its body when the final answer is an error; the connection then
    // can't be used again.
    if (!m_bodyDone && m_reader.head().status >= 300)
        m_bodyStopped = true;
    if (m_reading)
        m_deadline.set(m_limits.idle);
    m_listener.onHead(m_reader.head());
}

void Http1Exchange::finish()
{
    m_phase = Phase::Over;
    m_deadline.clear();
    if (m_reader.reusable() && m_bodyDone && m_stream->pendingBytes() == 0) {
        m_stream->setListener(nullptr);
        m_pool->giveBack(std::move(m_stream));
    }
    m_stream.reset();
    m_gone = nullptr;
    m_listener.onEnd();
}

void Http1Exchange::onClosed(StreamFault fault, const QString &detail)
{
    m_stream.reset();
    if (m_phase == Phase::Exchanging && m_reused && !m_reader.anyBytes() && !m_bodyStopped)
        return beginFresh();
    if (!m_reader.headSeen())
        return fail(faultBeforeAnswer(fault, m_phase == Phase::Exchanging), detail);
    if (fault == StreamFault::None && m_reader.atClose() == ResponseReader::Event::End)
        return finish();
    fail(TransportFault::Truncated,
         detail.isEmpty() ? QStringLiteral("closed before the end of the answer") : detail);
}

void Http1Exchange::deadlineReached()
{
    if (m_phase == Phase::Connecting)
        fail(TransportFault::ConnectTimeout, {});
    else if (!m_reader.headSeen())
        fail(TransportFault::HeaderTimeout, {});
    else
        fail(TransportFault::IdleTimeout, {});
}

void Http1Exchange::fail(TransportFault fault, const QString &detail)
{
    m_phase = Phase::Over;
    m_deadline.clear();
    m_stream.reset();
    m_gone = nullptr;
    m_listener.onFault(fault, detail);
}

} // namespace qcc
