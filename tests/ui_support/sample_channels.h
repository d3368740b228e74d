// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"

namespace qcc::test {

/// team (Slack), me (mail, with a summary and quiet hours), phone (ntfy, off), log (a program).
std::vector<AlertChannel> sampleChannels();
/// team fails, me has sent, log has sent nothing yet; of phone nothing is known.
std::vector<ChannelSnapshot> sampleChannelStates(TimePoint now);

} // namespace qcc::test
