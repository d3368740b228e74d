// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/qnam_exchange.h"

#include "app/upstream/qnam_faults.h"

namespace qcc {

QnamExchange::QnamExchange(Result<std::shared_ptr<QnamLane>> lane, const Endpoint &endpoint,
                           UpstreamRequest request, BodySource &body, UpstreamListener &listener)
    : m_endpoint(endpoint), m_request(std::move(request)), m_body(body), m_listener(listener),
      m_deadline([this] { deadlineReached(); })
{
    if (!lane) {
        const QString why = lane.refusal().subject + QLatin1String(": ") + lane.refusal().detail;
        QMetaObject::invokeMethod(
            this, [this, why] { fail(TransportFault::Tls, why); }, Qt::QueuedConnection);
        return;
    }
    m_lane = *lane;
    ++m_lane->running;
    // QNAM can't send a chunked body: without a length it waits until all is here.
    if (!m_request.hasBody || m_request.contentLength || m_body.complete())
        begin();
}

QnamExchange::~QnamExchange()
{
    dropReply();
    leaveLane();
}

void QnamExchange::leaveLane()
{
    if (m_lane)
        --m_lane->running;
    m_lane.reset();
}

void QnamExchange::begin()
{
    if (m_request.hasBody && !m_request.contentLength)
        m_request.contentLength = m_body.size();
    QNetworkRequest request = networkRequest();
    if (m_request.hasBody) {
        request.setHeader(QNetworkRequest::ContentLengthHeader, *m_request.contentLength);
        m_upload = std::make_unique<UploadDevice>(m_body);
        connect(m_upload.get(), &UploadDevice::moved, this, &QnamExchange::bodyMoved);
        connect(m_upload.get(), &UploadDevice::failed, this, &QnamExchange::bodyFailed, Qt::QueuedConnection);
    }
    m_reply = send(request);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_freshConnection = true; });
    connect(m_reply, &QNetworkReply::requestSent, this, &QnamExchange::requestSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &QnamExchange::headArrived);
    connect(m_reply, &QNetworkReply::readyRead, this, &QnamExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &QnamExchange::finished);
    m_deadline.set(m_endpoint.limits.connect);
}

QNetworkReply *QnamExchange::send(const QNetworkRequest &request)
{
    // QNAM knows that an answer to HEAD has no body only when it is asked by its own name.
    if (m_request.method == "HEAD" && !m_upload)
        return m_lane->manager.head(request);
    return m_lane->manager.sendCustomRequest(request, m_request.method, m_upload.get());
}

QNetworkRequest QnamExchange::networkRequest() const
{
    const QByteArray authority = m_endpoint.url.authority(QUrl::FullyEncoded).toLatin1();
    const QByteArray url = m_endpoint.url.scheme().toLatin1() + "://" + authority + m_request.target;
    QNetworkRequest request(QUrl::fromEncoded(url, QUrl::StrictMode));
    request.setSslConfiguration(m_lane->tls);
    // In clear text it would ask for an upgrade (h2c), which no provider speaks.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute,
                         m_endpoint.url.scheme() == QLatin1String("https"));
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // QNAM adds its own where these are missing: a browser's name, a language, codings that it would then
    // undo.
    request.setRawHeader("User-Agent", "qcc");
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("Accept-Encoding", "identity");
    HeaderFields joined;
    for (const HeaderField &field : m_request.fields) {
        if (sameFieldName(field.name, "Host"))
            continue; // QNAM takes it from the URL, as :authority where HTTP/2 is spoken
        const QByteArray before = request.rawHeader(field.name);
        const bool repeated = findField(joined, field.name) != nullptr;
        joined.push_back(field);
        request.setRawHeader(field.name, repeated ? before + ", " + field.value : field.value);
    }
    return request;
}

void QnamExchange::bodyMoved()
{
    m_everSent = true;
    armHeaderLimit();
}

/// The client's pause is not the endpoint's: the limit rests while there is nothing to send.
void QnamExchange::armHeaderLimit()
{
    if (m_headSeen)
        return;
    if (m_upload && !m_body.complete() && m_upload->bytesAvailable() == 0)
        m_deadline.clear();
    else
        m_deadline.set(m_request.headerLimit);
}

void QnamExchange::bodyFailed()
{
    fail(TransportFault::Cancelled, QStringLiteral("the request's temporary file can't be read"));
}

bool QnamExchange::bodySent() const
{
    const bool mayBeSentAgain = !m_freshConnection && !m_retried && !m_headSeen;
    return !mayBeSentAgain && (!m_request.hasBody || (m_upload && m_upload->sent()));
}

void QnamExchange::requestSent()
{
    m_requestSent = m_everSent = true;
    // Earlier it has no effect: QNAM's own thread must have taken the request over.
    m_reply->setReadBufferSize(kReadBuffer);
    armHeaderLimit();
}

void QnamExchange::bodyGrew()
{
    if (m_upload)
        m_upload->bodyGrew();
    else if (m_lane && !m_reply && m_body.complete())
        begin();
    if (sending())
        armHeaderLimit();
}

void QnamExchange::setHeaderLimit(milliseconds limit)
{
    m_request.headerLimit = limit;
    if (sending())
        armHeaderLimit();
}

void QnamExchange::headArrived()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_headSeen || status < 200)
        return;
    m_headSeen = true;
    if (m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool()) {
        m_lane->http2 = true;
        m_reply->setReadBufferSize(0); // it would only hide from us what QNAM's thread takes in
    }
    ResponseHead head;
    head.status = status;
    head.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        head.fields.push_back({name, value});
    if (!soundHead(head.fields))
        return fail(TransportFault::Protocol, QStringLiteral("a head too large, or ambiguous framing"));
    if (m_reading)
        m_deadline.set(m_endpoint.limits.idle);
    m_listener.onHead(head);
}

void QnamExchange::setReading(bool on)
{
    m_reading = on;
    if (!m_headSeen || m_over)
        return;
    if (!on)
        return m_deadline.clear();
    m_deadline.set(m_endpoint.limits.idle);
    QMetaObject::invokeMethod(this, &QnamExchange::readSome, Qt::QueuedConnection);
}

void QnamExchange::readSome()
{
    if (!m_reply || !m_headSeen)
        return;
    if (!m_reading) {
        if (m_reply->bytesAvailable() > kMostHeld)
            fail(TransportFault::Cancelled, QStringLiteral("the answer is not read fast enough"));
        return;
    }
    const QPointer<QnamExchange> self(this);
    const QByteArray bytes = m_reply->read(kReadBuffer);
    if (!bytes.isEmpty()) {
        m_received += bytes.size();
        m_listener.onBody(bytes);
        if (self)
            m_listener.onBatchEnd();
    }
    if (!self || !m_reading)
        return;
    m_deadline.set(m_endpoint.limits.idle);
    if (!m_reply)
        return;
    if (m_reply->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &QnamExchange::readSome, Qt::QueuedConnection);
    else if (m_finished)
        finished();
}

void QnamExchange::finished()
{
    m_finished = true;
    if (!m_headSeen && retryOnFresh(m_reply->error()))
        return;
    if (m_headSeen && m_reply->bytesAvailable() > 0) {
        if (m_reading)
            readSome();
        return; // the rest of the answer first
    }
    const TransportFault fault = faultAtEnd();
    if (fault != TransportFault::None)
        return fail(fault, m_reply->errorString());
    m_deadline.clear();
    dropReply();
    leaveLane();
    m_over = true;
    m_listener.onEnd();
}

TransportFault QnamExchange::faultAtEnd() const
{
    const int status = m_headSeen ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    const TransportFault fault = qnamFault(m_reply->error(), status, sending());
    if (fault == TransportFault::Truncated && endsByClosing())
        return TransportFault::None;
    if (fault == TransportFault::None)
        return cutShort(status) ? TransportFault::Truncated : fault;
    // Until the request is under way, everything but the endpoint's own handshake is what the proxy says or
    // does.
    const bool byProxy = !m_endpoint.outboundProxy.isEmpty() && !sending() && fault != TransportFault::Tls;
    return byProxy ? TransportFault::OutboundProxy : fault;
}

/// An HTTP/1.x answer without framing is over when the connection is (RFC 9112 section 6.3), which QNAM now
/// and then takes for a request to be sent again.
bool QnamExchange::endsByClosing() const
{
    const bool http2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    return !http2 && m_reply->error() == QNetworkReply::ContentReSendError &&
           !m_reply->hasRawHeader("Content-Length") && !m_reply->hasRawHeader("Transfer-Encoding");
}

/// QNAM takes the end of the connection for the end of the answer.
bool QnamExchange::cutShort(int status) const
{
    const QByteArray length = m_reply->rawHeader("Content-Length");
    const bool bodiless = m_request.method == "HEAD" || status == 204 || status == 304;
    return !length.isEmpty() && !bodiless && length.toLongLong() != m_received;
}

/// QNAM wanted to send again because a kept-alive connection died without an answer: once, as the seam
/// promises, and by us.
bool QnamExchange::retryOnFresh(QNetworkReply::NetworkError error)
{
    const bool lost =
        error == QNetworkReply::ContentReSendError || error == QNetworkReply::RemoteHostClosedError;
    if (!lost || m_freshConnection || std::exchange(m_retried, true))
        return false;
    dropReply();
    m_finished = m_requestSent = false;
    begin();
    return true;
}

void QnamExchange::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    std::exchange(m_reply, nullptr)->deleteLater();
    // The reply may still look at its device until it is deleted.
    if (m_upload) {
        m_upload->detach();
        m_upload.release()->deleteLater();
    }
}

void QnamExchange::fail(TransportFault fault, const QString &detail)
{
    if (m_over)
        return;
    m_deadline.clear();
    dropReply();
    if (m_lane && fault == TransportFault::Protocol)
        m_lane->spoiled = true;
    leaveLane();
    m_over = true;
    m_listener.onFault(fault, detail);
}

void QnamExchange::deadlineReached()
{
    if (m_headSeen)
        fail(TransportFault::IdleTimeout, {});
    else
        fail(sending() ? TransportFault::HeaderTimeout : TransportFault::ConnectTimeout, {});
}

} // namespace qcc
