// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"

#include <memory>

namespace qcc {

/// The alert channels with their secrets, as they are sent to: a value that travels between threads without a
/// copy of a secret.
struct ChannelsInForce
{
    std::vector<AlertChannel> channels;
    std::map<QString, ChannelSecrets> secrets; ///< by the channel's id
};

using SharedChannels = std::shared_ptr<const ChannelsInForce>;

} // namespace qcc
