// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/alert_channel.h"

namespace qcc {

/// The alert channels as a person reads them in a terminal, and as `--json` prints them: their form of
/// app/control/channel_json.h, and what a running instance knows of each as "state". No secrets.
void showChannels(const Console &console, const std::vector<AlertChannel> &channels,
                  const std::vector<ChannelSnapshot> &states, TimePoint now);
QJsonObject channelsJson(const std::vector<AlertChannel> &channels,
                         const std::vector<ChannelSnapshot> &states);

void showChannel(const Console &console, const AlertChannel &channel, const ChannelSnapshot *state,
                 TimePoint now);
QJsonObject channelJson(const AlertChannel &channel, const ChannelSnapshot *state);

} // namespace qcc
