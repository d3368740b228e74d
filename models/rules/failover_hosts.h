// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/failover_parts.h"

namespace qcc {

// Hosts, as the rule on the own network sees them. A host is an authority: name and port.

/// Each with its endpoints.
using Hosts = std::map<QString, std::vector<EndpointId>>;

/// Empty for an endpoint of no config.
QString hostOf(const Settings &settings, const EndpointId &id);
/// Out of reach before any suspicion: its silence says nothing new.
bool knownUnreachable(const FailoverState &state, const EndpointId &id);
/// The hosts whose answer or silence tells something: of enabled configs, with a key, not known to be out of
/// reach.
Hosts usableHosts(const Turn &turn);
/// While the attempt that failed ran, and not long ago.
bool otherHostAnswered(const Turn &turn, const QString &host, TimePoint startedAt);
/// All usable hosts, two or more, have failed since the suspicion began.
bool allSilent(const Turn &turn);

} // namespace qcc
