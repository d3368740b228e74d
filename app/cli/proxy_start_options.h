// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace qcc {

inline constexpr quint16 kDefaultListenPort = 7860;

/// What `qcc proxy start` was told.
struct ProxyStartOptions
{
    QString listenHost = QStringLiteral("127.0.0.1"); ///< an IP address
    quint16 listenPort = kDefaultListenPort;          ///< 0: any free one
    bool checks = true;                               ///< false: endpoints are known by traffic alone
    bool messageChecks = false;                       ///< checks may cost a token where nothing cheaper tells
    bool demo = false;                                ///< three simulated providers in a temporary QCC_HOME
    bool claude = false;                              ///< Claude Code asks it until it stops
    bool operator==(const ProxyStartOptions &) const = default;
};

} // namespace qcc
