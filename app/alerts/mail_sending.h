// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/sending.h"
#include "app/alerts/spoken_message.h"
#include "models/domain/alert_channel.h"

#include <curl/curl.h>

namespace qcc {

class CurlLoop;

/// One message over SMTP, by libcurl. The certificate is always verified; without TLS it goes to this
/// computer only.
class MailSending final : public Sending
{
    Q_OBJECT
public:
    struct Limits
    {
        QString caFile; ///< in the place of the system's authorities; empty: those
        milliseconds whole{60'000};
    };

    /// What keeps @p channel from being sent to at all; empty: nothing.
    static QString obstacle(const AlertChannel &channel);

    /// @p loop must outlive it.
    MailSending(CurlLoop &loop, const AlertChannel &channel, const Secret &password,
                const SpokenMessage &said, const Limits &limits, QObject *parent = nullptr);
    ~MailSending() override;

private:
    static size_t onRead(char *to, size_t size, size_t count, void *self);
    static size_t onReply(char *from, size_t size, size_t count, void *self);
    void address(const AlertChannel &channel);
    void secure(const AlertChannel &channel, const Limits &limits);
    void onFinished(CURLcode code);
    SendOutcome outcomeOf(CURLcode code) const;

    CurlLoop &m_loop;
    CURL *m_easy = nullptr;
    curl_slist *m_recipients = nullptr;
    QString m_server;
    QByteArray m_message;
    qsizetype m_read = 0;
    QByteArray m_reply; ///< the server's last line
    std::array<char, CURL_ERROR_SIZE> m_words{};
};

} // namespace qcc
