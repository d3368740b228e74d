// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/curl_library.h"
#include "models/domain/alert_channel.h"

#include <mutex>
#include <set>

namespace qcc {

/// How a transfer ended, as libcurl and the server told it.
struct MailEnd
{
    CURLcode code = CURLE_OK;
    long reply = 0;  ///< the server's last one (RFC 5321 4.2): 4xx may pass, 5xx will not
    QByteArray line; ///< its last that was an error
    QByteArray words;
};

/// One message over SMTP by libcurl, which waits: for a server's word on a message even in its "multi"
/// interface. So it has a thread of its own, and stop(), called from another, closes its socket under it;
/// that is the only thing they share, and what the lock is for. The certificate is always verified.
class MailTransfer
{
public:
    struct Limits
    {
        QString caFile; ///< in the place of the system's authorities; empty: those
        milliseconds whole{60'000};
    };

    MailTransfer(const AlertChannel &channel, const Secret &password, const QByteArray &message,
                 const Limits &limits);
    ~MailTransfer();
    MailTransfer(const MailTransfer &) = delete;
    MailTransfer &operator=(const MailTransfer &) = delete;

    /// "smtp://host:port"; empty: no such host.
    static QByteArray url(const AlertChannel &channel);
    /// Waits for the end.
    MailEnd perform();
    /// perform() returns within a second.
    void stop();

private:
    static size_t onRead(char *to, size_t size, size_t count, void *self);
    static size_t onReply(char *from, size_t size, size_t count, void *self);
    static int onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static curl_socket_t onOpen(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int onClose(void *self, curl_socket_t socket);
    void address(const AlertChannel &channel);
    void secure(const AlertChannel &channel, const QString &caFile);
    void bound(milliseconds whole);
    void listen();

    const CurlLibrary &m_curl;
    CURL *m_easy = nullptr; ///< none: there is no libcurl here
    curl_slist *m_recipients = nullptr;
    QByteArray m_message;
    qsizetype m_read = 0;
    QByteArray m_line;
    std::array<char, CURL_ERROR_SIZE> m_words{};
    std::mutex m_lock;
    bool m_stopped = false;            ///< under m_lock
    std::set<curl_socket_t> m_sockets; ///< open ones, under m_lock
};

} // namespace qcc
