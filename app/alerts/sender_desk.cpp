// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/sender_desk.h"

#include "app/alerts/command_sending.h"
#include "app/alerts/http_sending.h"
#include "app/alerts/mail_sending.h"
#include "app/alerts/service_form.h"
#include "app/alerts/this_computer.h"
#include "models/text/text.h"

#include <QNetworkProxyFactory>

namespace qcc {

namespace {

/// As the system or the environment says, and none to this computer.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisComputer(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

std::unique_ptr<Sending> unsent(const QString &obstacle)
{
    return std::make_unique<UnsentMessage>(SendOutcome{SendEnd::Refused, obstacle, {}});
}

} // namespace

SenderDesk::SenderDesk(const AlertOptions &options, QObject *parent) : QObject(parent), m_options(options)
{
    m_network.setProxyFactory(new SystemProxies); // owned by it
    m_network.setAutoDeleteReplies(false);
}

std::unique_ptr<Sending> SenderDesk::send(const AlertChannel &channel, const ChannelSecrets &secrets,
                                          const SpokenMessage &said, TimePoint now)
{
    if (channel.kind == ChannelKind::Mail)
        return mail(channel, secrets, said);
    if (channel.kind == ChannelKind::Command)
        return run(channel, said);
    return post(channel, secrets, said, now);
}

std::unique_ptr<Sending> SenderDesk::post(const AlertChannel &channel, const ChannelSecrets &secrets,
                                          const SpokenMessage &said, TimePoint now)
{
    const ServiceForm &form = *serviceForm(channel.kind);
    const HttpAsk ask = form.ask({channel, secrets, said, now});
    if (!ask.url.isValid() || ask.url.isEmpty())
        return unsent(Text::tr("The channel's address or token is missing or not valid."));
    return std::make_unique<HttpSending>(m_network, ask, form.judge,
                                         HttpSending::Limits{m_options.caFile, m_options.answerLimit});
}

std::unique_ptr<Sending> SenderDesk::mail(const AlertChannel &channel, const ChannelSecrets &secrets,
                                          const SpokenMessage &said)
{
    if (const QString obstacle = MailSending::obstacle(channel); !obstacle.isEmpty())
        return unsent(obstacle);
    static const Secret kNone;
    const auto found = secrets.find(ChannelSecret::Password);
    const Secret &password = found == secrets.end() ? kNone : found->second;
    return std::make_unique<MailSending>(channel, password, said,
                                         MailTransfer::Limits{m_options.caFile, m_options.mailLimit});
}

std::unique_ptr<Sending> SenderDesk::run(const AlertChannel &channel, const SpokenMessage &said)
{
    if (const QString obstacle = CommandSending::obstacle(channel); !obstacle.isEmpty())
        return unsent(obstacle);
    return std::make_unique<CommandSending>(channel, said, m_options.commandLimit);
}

} // namespace qcc
