// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"
#include "models/domain/settings.h"

#include <map>

namespace qcc {

/// The keys as stored. An endpoint without an entry has none.
using Keys = std::map<EndpointId, Secret>;

struct KeyWrite
{
    EndpointId endpoint;
    Secret key;
};

/// A config's change of name, so that a store can carry over what it keeps by name.
struct Rename
{
    QString from;
    QString to;
    bool operator==(const Rename &) const = default;
};

/// A channel's secrets that change; an empty one is taken away, if there is one.
struct ChannelSecretsWrite
{
    QString channel; ///< its id
    ChannelSecrets secrets;
};

/// What a command does: the settings afterwards, and what becomes of the secrets.
struct Change
{
    Settings settings;
    std::vector<KeyWrite> keyWrites;
    std::vector<EndpointId> keyRemovals;
    std::vector<ChannelSecretsWrite> channelSecrets;
    std::optional<Rename> renamed;
};

/// Validates @p command against @p settings and @p keys and gives the change, or why it is refused. Pure:
/// nothing is read or written; that a CA file can be read is for the caller to check. Surrounding white space
/// of names and keys is taken off, URLs are normalised (see validation.h). Refusals: every code of
/// RefusalCode up to AlreadyThere, ChangedMeanwhile, and those of channels.
Result<Change> applyCommand(const Settings &settings, const Keys &keys, Command command);

} // namespace qcc
