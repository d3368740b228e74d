// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/takeover.h"
#include "app/cli/cli_session.h"

namespace qcc {

/// Where the proxy listens, and the token that it lets clients in for.
struct ProxyWay
{
    QString url;
    Secret token;
};

/// Whether an address is needed from a proxy that listens now.
enum class NeedsProxy {
    Yes, ///< NotRunning without one
    No   ///< the usual address and the token of the files will do
};

/// Asks the running instance, once, and gives @p next the way to it; or refuses and ends the session.
void withProxyWay(CliSession &session, NeedsProxy need, std::function<void(const ProxyWay &)> next);

/// Claude Code's settings with the session's home. Refuses and ends when the home can't be used.
std::optional<Takeover> takeoverOf(CliSession &session);

/// @p url for a client on this machine: a proxy that listens on every address is asked over loopback.
QString clientUrl(const QString &url);

} // namespace qcc
