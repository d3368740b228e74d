// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"

namespace qcc {

inline constexpr qsizetype kMostMailRecipients = 20;

/// Whether a kind of channel makes use of a field.
enum class FieldUse { Unused, Optional, Required };

/// What a kind of channel is set up with; all else of AlertChannel has its default then.
struct ChannelFields
{
    FieldUse server = FieldUse::Unused; ///< typed; where the whole address is a secret: Unused
    FieldUse mail = FieldUse::Unused;   ///< port, security and sender; a user is Optional
    FieldUse recipients = FieldUse::Unused;
    qsizetype mostRecipients = 0;
    FieldUse program = FieldUse::Unused; ///< and its arguments
    FieldUse url = FieldUse::Unused;
    FieldUse signing = FieldUse::Unused;
    FieldUse token = FieldUse::Unused;
    FieldUse password = FieldUse::Unused; ///< required where there is a user
    QLatin1StringView usualServer{};      ///< stands for an empty one

    FieldUse of(ChannelSecret secret) const;
};
ChannelFields channelFields(ChannelKind kind);

/// What a new channel tells: all but this computer's own network, without which nothing arrives.
std::set<AlertKind> usualAlerts();

/// Whether @p channel can't do without it.
bool isRequired(const AlertChannel &channel, ChannelSecret secret);

inline constexpr ChannelSecret kChannelSecrets[] = {ChannelSecret::Url, ChannelSecret::Signing,
                                                    ChannelSecret::Token, ChannelSecret::Password};

} // namespace qcc
