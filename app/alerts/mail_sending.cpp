// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/mail_sending.h"

#include "app/alerts/curl_loop.h"
#include "app/alerts/mail_message.h"
#include "models/text/text.h"

#include <QHostAddress>
#include <QUuid>

#include <cstring>

namespace qcc {

namespace {

constexpr qsizetype kMostReply = 500; ///< of a server's line
constexpr long kConnectLimitMs = 20'000;

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QUrl smtpUrl(const AlertChannel &channel)
{
    QUrl url;
    url.setScheme(channel.security == MailSecurity::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp"));
    url.setHost(channel.server, QUrl::StrictMode); // brackets an IPv6 address
    url.setPort(channel.port);
    return url;
}

bool allPlain(const QStringList &addresses)
{
    return !addresses.isEmpty() && std::all_of(addresses.begin(), addresses.end(), isPlainAddress);
}

} // namespace

QString MailSending::obstacle(const AlertChannel &channel)
{
    if (!smtpUrl(channel).isValid() || channel.server.isEmpty())
        return Text::tr("The name of the mail server is not valid.");
    if (channel.security == MailSecurity::None && !isThisComputer(channel.server))
        return Text::tr("Mail without TLS is sent to this computer only. Choose STARTTLS or TLS.");
    if (!isPlainAddress(channel.sender) || !allPlain(channel.recipients))
        return Text::tr("A mail address of the channel is not valid.");
    return {};
}

MailSending::MailSending(CurlLoop &loop, const AlertChannel &channel, const Secret &password,
                         const SpokenMessage &said, const Limits &limits, QObject *parent)
    : Sending(parent), m_loop(loop), m_easy(curl_easy_init()), m_server(channel.server),
      m_message(mailMessage({channel.sender, channel.recipients}, said,
                            QUuid::createUuid().toByteArray(QUuid::WithoutBraces)))
{
    address(channel);
    secure(channel, limits);
    if (!channel.user.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_USERNAME, channel.user.toUtf8().constData());
        curl_easy_setopt(m_easy, CURLOPT_PASSWORD, password.reveal().constData());
    }
    curl_easy_setopt(m_easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &MailSending::onRead);
    curl_easy_setopt(m_easy, CURLOPT_READDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &MailSending::onReply); // the server's answers
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_words.data());
    if (!m_loop.add(m_easy, [this](CURLcode code) { onFinished(code); }))
        QMetaObject::invokeMethod(
            this, [this] { onFinished(CURLE_FAILED_INIT); }, Qt::QueuedConnection);
}

MailSending::~MailSending()
{
    m_loop.remove(m_easy);
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_recipients);
}

void MailSending::address(const AlertChannel &channel)
{
    curl_easy_setopt(m_easy, CURLOPT_URL, smtpUrl(channel).toEncoded().constData());
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (isThisComputer(channel.server))
        curl_easy_setopt(m_easy, CURLOPT_PROXY, "");
    curl_easy_setopt(m_easy, CURLOPT_MAIL_FROM, (u'<' + channel.sender + u'>').toLatin1().constData());
    for (const QString &recipient : channel.recipients)
        m_recipients = curl_slist_append(m_recipients, (u'<' + recipient + u'>').toLatin1().constData());
    curl_easy_setopt(m_easy, CURLOPT_MAIL_RCPT, m_recipients);
}

void MailSending::secure(const AlertChannel &channel, const Limits &limits)
{
    const bool plain = channel.security == MailSecurity::None;
    curl_easy_setopt(m_easy, CURLOPT_USE_SSL, long(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!limits.caFile.isEmpty())
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, limits.caFile.toLocal8Bit().constData());
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, kConnectLimitMs);
    curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, long(limits.whole.count()));
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L); // a name that is still looked up keeps nobody
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, 1L);
}

size_t MailSending::onRead(char *to, size_t size, size_t count, void *self)
{
    auto *sending = static_cast<MailSending *>(self);
    const qsizetype left = sending->m_message.size() - sending->m_read;
    const qsizetype taken = std::min(left, qsizetype(size * count));
    std::memcpy(to, sending->m_message.constData() + sending->m_read, size_t(taken));
    sending->m_read += taken;
    return size_t(taken);
}

size_t MailSending::onReply(char *from, size_t size, size_t count, void *self)
{
    const qsizetype length = qsizetype(size * count);
    static_cast<MailSending *>(self)->m_reply = QByteArray(from, std::min(length, kMostReply)).trimmed();
    return size_t(length);
}

void MailSending::onFinished(CURLcode code)
{
    Q_EMIT ended(outcomeOf(code));
}

SendOutcome MailSending::outcomeOf(CURLcode code) const
{
    if (code == CURLE_OK)
        return {};
    long reply = 0; // RFC 5321 4.2.1: 4xx may pass, 5xx will not
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &reply);
    const QString words = QString::fromUtf8(m_reply);
    if (code == CURLE_LOGIN_DENIED)
        return {SendEnd::Refused,
                Text::tr("%1 did not accept the user name or password: %2").arg(m_server, words),
                {}};
    if (code == CURLE_USE_SSL_FAILED)
        return {SendEnd::Failed,
                Text::tr("%1 offers no STARTTLS, and nothing is sent without.").arg(m_server),
                {}};
    if (reply >= 400)
        return {reply >= 500 ? SendEnd::Refused : SendEnd::Failed,
                Text::tr("%1 did not take the message: %2").arg(m_server, words),
                {}};
    const QString why =
        m_words[0] ? QString::fromUtf8(m_words.data()) : QString::fromUtf8(curl_easy_strerror(code));
    return {SendEnd::Unreachable, Text::tr("%1 could not be reached: %2").arg(m_server, why), {}};
}

} // namespace qcc
