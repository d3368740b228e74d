// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/mail_sending.h"

#include "app/alerts/mail_message.h"
#include "app/alerts/this_computer.h"
#include "models/text/text.h"

#include <QUuid>

namespace qcc {

namespace {

bool allPlain(const QStringList &addresses)
{
    return !addresses.isEmpty() && std::all_of(addresses.begin(), addresses.end(), isPlainAddress);
}

QByteArray messageFor(const AlertChannel &channel, const SpokenMessage &said)
{
    return mailMessage({channel.sender, channel.recipients}, said,
                       QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
}

} // namespace

QString MailSending::obstacle(const AlertChannel &channel)
{
    if (MailTransfer::url(channel).isEmpty())
        return Text::tr("The name of the mail server is not valid.");
    if (channel.security == MailSecurity::None && !isThisComputer(channel.server))
        return Text::tr("Mail without TLS is sent to this computer only. Choose STARTTLS or TLS.");
    if (!isPlainAddress(channel.sender) || !allPlain(channel.recipients))
        return Text::tr("A mail address of the channel is not valid.");
    return {};
}

MailSending::MailSending(const AlertChannel &channel, const Secret &password, const SpokenMessage &said,
                         const MailTransfer::Limits &limits, QObject *parent)
    : Sending(parent), m_server(channel.server),
      m_transfer(channel, password, messageFor(channel, said), limits), m_thread(QThread::create([this] {
          const MailEnd end = m_transfer.perform();
          QMetaObject::invokeMethod(
              this, [this, end] { Q_EMIT ended(outcomeOf(end)); }, Qt::QueuedConnection);
      }))
{
    m_thread->setObjectName(QStringLiteral("mail"));
    m_thread->start();
}

MailSending::~MailSending()
{
    m_transfer.stop();
    m_thread->wait();
}

SendOutcome MailSending::outcomeOf(const MailEnd &end) const
{
    const QString line = QString::fromUtf8(end.line);
    if (end.code == CURLE_OK)
        return {};
    if (end.code == CURLE_LOGIN_DENIED)
        return {SendEnd::Refused,
                Text::tr("%1 did not accept the user name or password: %2").arg(m_server, line),
                {}};
    if (end.code == CURLE_USE_SSL_FAILED)
        return {SendEnd::Failed,
                Text::tr("%1 offers no STARTTLS, and nothing is sent without.").arg(m_server),
                {}};
    if (end.reply >= 400)
        return {end.reply >= 500 ? SendEnd::Refused : SendEnd::Failed,
                Text::tr("%1 did not take the message: %2").arg(m_server, line),
                {}};
    return {SendEnd::Unreachable,
            Text::tr("%1 could not be reached: %2").arg(m_server, QString::fromUtf8(end.words)),
            {}};
}

} // namespace qcc
