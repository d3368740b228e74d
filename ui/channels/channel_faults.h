// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"
#include "models/domain/settings.h"

namespace qcc {

/// What is wrong with a channel as it is being typed, as a refusal that the instance would give too.
struct ChannelFault
{
    QString field; ///< by its name in configs.json, or the secret's word; empty: of the whole
    Refusal refusal;
    bool operator==(const ChannelFault &) const = default;
};

/// The field that a refusal is about. @p kind tells where addresses are typed.
QString faultyField(const Refusal &refusal, ChannelKind kind);

/// The name's fault, the first one of its other values, and each of its secrets. Without one, the instance
/// will most likely take it.
std::vector<ChannelFault> channelFaults(const PutChannel &draft, const std::vector<AlertChannel> &known);

} // namespace qcc
