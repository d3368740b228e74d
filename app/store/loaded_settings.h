// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/apply_command.h"

#include <memory>

namespace qcc {

/// What the files and the secret store hold. Not changed once it has left the storage thread.
struct LoadedSettings
{
    Settings settings;
    Keys keys;
    Secret localToken;             ///< what clients of the proxy show; empty: none has been made yet
    QByteArray fingerprint;        ///< of the files they were read from, see Workspace::fingerprint()
    QString plainKeyFile;          ///< where new keys go, when that is a plain file and no keyring
    std::optional<Rename> renamed; ///< by the command that these are the answer to
    /// Of the alert channels, by their id; what can't be read is not there.
    std::map<QString, ChannelSecrets> channelSecrets{};
};

using SharedSettings = std::shared_ptr<const LoadedSettings>;

/// A secret on its way to another thread. Not changed once it is there.
using SharedSecret = std::shared_ptr<const Secret>;

} // namespace qcc
