// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/http_sending.h"

#include "models/rules/retry_after.h"
#include "models/text/text.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslError>

namespace qcc {

namespace {

QNetworkRequest requestFor(const HttpAsk &ask, const QString &caFile)
{
    QNetworkRequest request(ask.url);
    for (const auto &[name, value] : ask.headers)
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!caFile.isEmpty())
        tls.addCaCertificates(caFile);
    request.setSslConfiguration(tls);
    return request;
}

/// Of what the header says now: a moment is as long as it is away by the system's clock.
std::optional<milliseconds> pauseAsked(const QNetworkReply &reply)
{
    const QByteArray value = reply.rawHeader("Retry-After");
    if (value.isEmpty())
        return std::nullopt;
    const TimePoint now = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    const std::optional<TimePoint> at = retryAfter({{"retry-after", value}}, now);
    return at ? std::optional(*at - now) : std::nullopt;
}

} // namespace

HttpSending::HttpSending(QNetworkAccessManager &manager, const HttpAsk &ask, Judge judge,
                         const Limits &limits, QObject *parent)
    : Sending(parent), m_judge(judge), m_host(ask.url.host()),
      m_reply(manager.post(requestFor(ask, limits.caFile), ask.body))
{
    m_reply->setParent(this);
    m_reply->setReadBufferSize(kMostAnswerBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpSending::onReadable);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpSending::onTlsErrors);
    connect(m_reply, &QNetworkReply::finished, this, &HttpSending::onFinished);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpSending::onTooLate);
    m_deadline.start(limits.whole);
}

HttpSending::~HttpSending()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void HttpSending::onReadable()
{
    m_body += m_reply->read(kMostAnswerBytes - m_body.size());
    if (m_body.size() >= kMostAnswerBytes)
        m_reply->abort(); // finished() follows; what was read is judged
}

void HttpSending::onTlsErrors(const QList<QSslError> &errors)
{
    if (!errors.isEmpty())
        m_tlsTrouble = errors.front().errorString();
}

void HttpSending::onTooLate()
{
    m_late = true;
    m_reply->abort();
}

void HttpSending::onFinished()
{
    m_deadline.stop();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->isOpen())
        m_body += m_reply->read(kMostAnswerBytes - m_body.size());
    if (m_late || status == 0)
        Q_EMIT ended(unreachable());
    else
        Q_EMIT ended(m_judge({status, m_body, pauseAsked(*m_reply)}));
}

SendOutcome HttpSending::unreachable() const
{
    const SendEnd end = SendEnd::Unreachable;
    if (m_late)
        return {end, Text::tr("%1 did not answer in time.").arg(m_host), {}};
    if (!m_tlsTrouble.isEmpty())
        return {end, Text::tr("The certificate of %1 was not accepted: %2").arg(m_host, m_tlsTrouble), {}};
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return {end, Text::tr("%1 was not found.").arg(m_host), {}};
    case QNetworkReply::ConnectionRefusedError:
        return {end, Text::tr("%1 refused the connection.").arg(m_host), {}};
    default:
        return {end, Text::tr("%1 could not be reached: %2").arg(m_host, m_reply->errorString()), {}};
    }
}

} // namespace qcc
