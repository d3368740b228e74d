// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/channel_fields.h"
#include "models/rules/settings_draft.h"

namespace qcc {

inline constexpr size_t kMostChannels = 20;

/// By id, else by name; null: none.
const AlertChannel *findChannel(const std::vector<AlertChannel> &channels, const QString &reference);

/// Adds a channel, or puts it in the place of another, which keeps its id and kind. The secrets that a new
/// one can't do without must come with it, and so must a mail server's password with the first user name; an
/// empty optional secret takes the stored one away. A webhook's address sets `server`. DuplicateChannel,
/// ChangedMeanwhile; refusals of checkedChannel() and checkedChannelSecret(). Pure.
std::optional<Refusal> putChannel(SettingsDraft &draft, PutChannel command);

/// With its secrets. UnknownChannel.
std::optional<Refusal> removeChannel(SettingsDraft &draft, const RemoveChannel &command);

/// What a test message is sent by.
struct ReadyChannel
{
    AlertChannel channel;
    ChannelSecrets secrets;
};

/// The channel of @p draft, saved or not, checked as if it were to be saved, but for what others have.
/// Secrets that it doesn't bring are those that are @p stored (null: none). EmptyKey where one is missing.
Result<ReadyChannel> readyForTest(PutChannel draft, const ChannelSecrets *stored);

} // namespace qcc
