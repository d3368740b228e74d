// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/json_reader.h"
#include "models/domain/alert_channel.h"

namespace qcc {

/// Under which name each secret of a channel lies in the secret store; by the channel's id. A new secret gets
/// a new name, as with endpoints' keys.
using ChannelSecretIds = std::map<QString, std::map<ChannelSecret, QString>>;

struct ChannelsDocument
{
    std::vector<AlertChannel> channels;
    ChannelSecretIds secretIds;
    bool operator==(const ChannelsDocument &) const = default;
};

/// The list "alert_channels" of configs.json: [{"id", "name", "kind", "enabled", "alerts": ["failover", …],
/// "quiet": {"from": "22:00", "to": "08:00"}, "digest": "daily"|"weekly", "digest_at": "09:00", "server",
/// "port", "security": "starttls"|"tls"|"none", "user", "sender", "recipients": […], "program",
/// "arguments": […], "secret_ids": {"url", "signing", "token", "password"}}]. Name, kind and what the kind
/// requires are needed; without "alerts" it is usualAlerts(). Faults are left with the node's reader.
ChannelsDocument readChannels(const JsonNode &list);

/// What is @p former keeps the keys that QCC does not know.
QJsonArray channelsArray(const QJsonArray &former, const ChannelsDocument &document);

} // namespace qcc
