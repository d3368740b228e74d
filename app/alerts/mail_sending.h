// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/mail_transfer.h"
#include "app/alerts/sending.h"
#include "app/alerts/spoken_message.h"

#include <QThread>

namespace qcc {

/// One message by e-mail, on a thread that lives as long as it does. Without TLS it goes to this computer
/// only.
class MailSending final : public Sending
{
    Q_OBJECT
public:
    /// What keeps @p channel from being sent to at all; empty: nothing.
    static QString obstacle(const AlertChannel &channel);

    MailSending(const AlertChannel &channel, const Secret &password, const SpokenMessage &said,
                const MailTransfer::Limits &limits, QObject *parent = nullptr);
    ~MailSending() override;

private:
    SendOutcome outcomeOf(const MailEnd &end) const;

    QString m_server;
    MailTransfer m_transfer;
    std::unique_ptr<QThread> m_thread;
};

} // namespace qcc
