// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "models/domain/alert_channel.h"

namespace qcc {

/// The options by which a channel's secrets are given: "--url-stdin", "--url-prompt", "--no-signing". Never
/// as arguments, which other users of the computer can see. Kept alive by the callback of its command.
class ChannelSecretOptions
{
public:
    /// @p editing: what is stored may be taken away.
    void addTo(CLI::App &command, bool editing);

    bool isEmpty() const;
    /// One that @p kind has no use for, as its option; empty: none.
    QString misplaced(ChannelKind kind) const;
    /// Those that were asked for, and for a new channel those that it can't do without. More than one on
    /// stdin: one a line, in the order url, token, password, signing. None: the session has been ended.
    std::optional<ChannelSecrets> obtain(CliSession &session, const AlertChannel &channel, bool isNew) const;

private:
    struct Option
    {
        ChannelSecret secret;
        bool piped = false;
        bool asked = false;
        bool removed = false;
        bool isGiven() const { return piped || asked || removed; }
    };
    Option &option(ChannelSecret secret);
    bool readPiped(CliSession &session, ChannelSecrets &into) const;

    std::array<Option, 4> m_options{
        {{ChannelSecret::Url}, {ChannelSecret::Token}, {ChannelSecret::Password}, {ChannelSecret::Signing}}};
};

} // namespace qcc
