// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/http_ask.h"
#include "app/alerts/spoken_message.h"
#include "models/domain/alert_channel.h"
#include "models/rules/send_outcome.h"

namespace qcc {

/// What a request to a service is made of.
struct Addressed
{
    const AlertChannel &channel;
    const ChannelSecrets &secrets;
    const SpokenMessage &said;
    TimePoint now; ///< what is signed

    /// Empty: none.
    QByteArray secret(ChannelSecret which) const;
    /// The secret whole address. Not valid: none, or another scheme than http(s).
    QUrl secretUrl() const;
    /// The base URL that is no secret, or the kind's usual one.
    QUrl serverUrl() const;
};

/// How one service is spoken to over HTTP: two pure functions.
struct ServiceForm
{
    HttpAsk (*ask)(const Addressed &to);
    SendOutcome (*judge)(const HttpAnswer &answer);
};

/// Null: not over HTTP (Mail, Command).
const ServiceForm *serviceForm(ChannelKind kind);

} // namespace qcc
