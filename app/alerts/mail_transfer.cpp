// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/mail_transfer.h"

#include "app/alerts/this_computer.h"

#include <cstring>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace qcc {

namespace {

constexpr qsizetype kMostLine = 500; ///< of a server's words
constexpr long kConnectLimitMs = 20'000;

#ifdef SOCK_CLOEXEC
constexpr int kNotForChildren = SOCK_CLOEXEC; ///< a command that runs meanwhile
#else
constexpr int kNotForChildren = 0;
#endif

#ifdef Q_OS_WIN
void endSocket(curl_socket_t socket)
{
    ::shutdown(socket, SD_BOTH);
}
int closeSocket(curl_socket_t socket)
{
    return ::closesocket(socket);
}
#else
void endSocket(curl_socket_t socket)
{
    ::shutdown(socket, SHUT_RDWR);
}
int closeSocket(curl_socket_t socket)
{
    return ::close(socket);
}
#endif

QByteArray bracketed(const QString &address)
{
    return '<' + address.toLatin1() + '>';
}

} // namespace

MailTransfer::MailTransfer(const AlertChannel &channel, const Secret &password, const QByteArray &message,
                           const Limits &limits)
    : m_curl(curlLibrary()), m_message(message)
{
    if (!m_curl.isThere())
        return;
    m_easy = m_curl.easyInit();
    address(channel);
    secure(channel, limits.caFile);
    bound(limits.whole);
    listen();
    if (channel.user.isEmpty())
        return;
    m_curl.easySetopt(m_easy, CURLOPT_USERNAME, channel.user.toUtf8().constData());
    m_curl.easySetopt(m_easy, CURLOPT_PASSWORD, password.reveal().constData());
}

MailTransfer::~MailTransfer()
{
    if (!m_curl.isThere())
        return;
    m_curl.easyCleanup(m_easy);
    m_curl.slistFreeAll(m_recipients);
}

QByteArray MailTransfer::url(const AlertChannel &channel)
{
    QUrl url;
    url.setScheme(channel.security == MailSecurity::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp"));
    url.setHost(channel.server, QUrl::StrictMode); // brackets an IPv6 address
    url.setPort(channel.port);
    return url.isValid() && !url.host().isEmpty() ? url.toEncoded() : QByteArray();
}

void MailTransfer::address(const AlertChannel &channel)
{
    m_curl.easySetopt(m_easy, CURLOPT_URL, url(channel).constData());
    m_curl.easySetopt(m_easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (isThisComputer(channel.server))
        m_curl.easySetopt(m_easy, CURLOPT_PROXY, "");
    m_curl.easySetopt(m_easy, CURLOPT_MAIL_FROM, bracketed(channel.sender).constData());
    for (const QString &recipient : channel.recipients)
        m_recipients = m_curl.slistAppend(m_recipients, bracketed(recipient).constData());
    m_curl.easySetopt(m_easy, CURLOPT_MAIL_RCPT, m_recipients);
}

void MailTransfer::secure(const AlertChannel &channel, const QString &caFile)
{
    const bool plain = channel.security == MailSecurity::None;
    m_curl.easySetopt(m_easy, CURLOPT_USE_SSL, long(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    m_curl.easySetopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    m_curl.easySetopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    m_curl.easySetopt(m_easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!caFile.isEmpty())
        m_curl.easySetopt(m_easy, CURLOPT_CAINFO, caFile.toLocal8Bit().constData());
}

void MailTransfer::bound(milliseconds whole)
{
    m_curl.easySetopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, kConnectLimitMs);
    m_curl.easySetopt(m_easy, CURLOPT_TIMEOUT_MS, long(whole.count()));
    // Its own rules for the answer to QUIT and the like, in whole seconds.
    m_curl.easySetopt(m_easy, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                      long(std::max<qint64>(1, whole.count() / 1000)));
    m_curl.easySetopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    m_curl.easySetopt(m_easy, CURLOPT_QUICK_EXIT, 1L); // a name that is still looked up keeps nobody
}

void MailTransfer::listen()
{
    m_curl.easySetopt(m_easy, CURLOPT_UPLOAD, 1L);
    m_curl.easySetopt(m_easy, CURLOPT_READFUNCTION, &MailTransfer::onRead);
    m_curl.easySetopt(m_easy, CURLOPT_READDATA, this);
    m_curl.easySetopt(m_easy, CURLOPT_HEADERFUNCTION, &MailTransfer::onReply); // the server's answers
    m_curl.easySetopt(m_easy, CURLOPT_HEADERDATA, this);
    m_curl.easySetopt(m_easy, CURLOPT_NOPROGRESS, 0L);
    m_curl.easySetopt(m_easy, CURLOPT_XFERINFOFUNCTION, &MailTransfer::onProgress);
    m_curl.easySetopt(m_easy, CURLOPT_XFERINFODATA, this);
    m_curl.easySetopt(m_easy, CURLOPT_OPENSOCKETFUNCTION, &MailTransfer::onOpen);
    m_curl.easySetopt(m_easy, CURLOPT_OPENSOCKETDATA, this);
    m_curl.easySetopt(m_easy, CURLOPT_CLOSESOCKETFUNCTION, &MailTransfer::onClose);
    m_curl.easySetopt(m_easy, CURLOPT_CLOSESOCKETDATA, this);
    m_curl.easySetopt(m_easy, CURLOPT_ERRORBUFFER, m_words.data());
}

MailEnd MailTransfer::perform()
{
    if (!m_easy)
        return {CURLE_FAILED_INIT,
                0,
                {},
                m_curl.isThere() ? QByteArray("curl_easy_init") : m_curl.trouble.toUtf8()};
    MailEnd made;
    made.code = m_curl.easyPerform(m_easy);
    m_curl.easyGetinfo(m_easy, CURLINFO_RESPONSE_CODE, &made.reply);
    made.line = m_line;
    made.words = m_words[0] ? QByteArray(m_words.data()) : QByteArray(m_curl.easyStrerror(made.code));
    return made;
}

void MailTransfer::stop()
{
    const std::lock_guard guard(m_lock);
    m_stopped = true;
    for (const curl_socket_t socket : m_sockets)
        endSocket(socket);
}

size_t MailTransfer::onRead(char *to, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<MailTransfer *>(self);
    const qsizetype left = transfer->m_message.size() - transfer->m_read;
    const qsizetype taken = std::min(left, qsizetype(size) * qsizetype(count));
    std::memcpy(to, transfer->m_message.constData() + transfer->m_read, size_t(taken));
    transfer->m_read += taken;
    return size_t(taken);
}

size_t MailTransfer::onReply(char *from, size_t size, size_t count, void *self)
{
    const qsizetype length = qsizetype(size) * qsizetype(count);
    if (length > 0 && (from[0] == '4' || from[0] == '5'))
        static_cast<MailTransfer *>(self)->m_line = QByteArray(from, std::min(length, kMostLine)).trimmed();
    return size_t(length);
}

/// Not 0: break it off. Asked at least once a second.
int MailTransfer::onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    auto *transfer = static_cast<MailTransfer *>(self);
    const std::lock_guard guard(transfer->m_lock);
    return transfer->m_stopped ? 1 : 0;
}

curl_socket_t MailTransfer::onOpen(void *self, curlsocktype, curl_sockaddr *address)
{
    auto *transfer = static_cast<MailTransfer *>(self);
    const std::lock_guard guard(transfer->m_lock);
    if (transfer->m_stopped)
        return CURL_SOCKET_BAD;
    const curl_socket_t socket =
        ::socket(address->family, address->socktype | kNotForChildren, address->protocol);
    if (socket != CURL_SOCKET_BAD)
        transfer->m_sockets.insert(socket);
    return socket;
}

int MailTransfer::onClose(void *self, curl_socket_t socket)
{
    auto *transfer = static_cast<MailTransfer *>(self);
    const std::lock_guard guard(transfer->m_lock);
    transfer->m_sockets.erase(socket);
    return closeSocket(socket);
}

} // namespace qcc
