// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/alert_options.h"
#include "app/alerts/sending.h"
#include "app/alerts/spoken_message.h"
#include "models/domain/alert_channel.h"

#include <QNetworkAccessManager>

namespace qcc {

/// Sends one message over one channel, whatever its kind. Holds what sendings share. Knows neither rules nor
/// what is in force. The alerts' thread.
class SenderDesk final : public QObject
{
    Q_OBJECT
public:
    explicit SenderDesk(const AlertOptions &options, QObject *parent = nullptr);

    std::unique_ptr<Sending> send(const AlertChannel &channel, const ChannelSecrets &secrets,
                                  const SpokenMessage &said, TimePoint now);

private:
    std::unique_ptr<Sending> post(const AlertChannel &channel, const ChannelSecrets &secrets,
                                  const SpokenMessage &said, TimePoint now);

    std::unique_ptr<Sending> mail(const AlertChannel &channel, const ChannelSecrets &secrets,
                                  const SpokenMessage &said);
    std::unique_ptr<Sending> run(const AlertChannel &channel, const SpokenMessage &said);

    const AlertOptions &m_options;
    QNetworkAccessManager m_network{this};
};

} // namespace qcc
