// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"
#include "models/domain/result.h"

namespace qcc {

inline constexpr qsizetype kMostChannelArguments = 50;
inline constexpr qsizetype kLongestChannelText = 1000; ///< characters: server, address, program, argument

/// The channel's values, trimmed and checked, those that its kind doesn't use at their defaults. Its server
/// is left as it is where the address is a secret. InvalidName; InvalidUrl; InvalidValue with the field's
/// name in configs.json. Pure, as all here.
Result<AlertChannel> checkedChannel(AlertChannel channel);

/// One secret, trimmed. InvalidUrl (without what is secret in the address); InvalidValue with the secret's
/// word; EmptyKey with the channel's name and
/// the secret's word.
Result<Secret> checkedChannelSecret(const AlertChannel &channel, ChannelSecret which, const Secret &typed);

/// The host of a webhook's address, with a port that is not the usual one: this may be shown.
QString hostOfAddress(const Secret &url);

} // namespace qcc
