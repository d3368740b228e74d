// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor/finding.h"
#include "models/domain/check.h"
#include "models/domain/settings.h"
#include "models/domain/snapshot.h"
#include "models/domain/takeover.h"

namespace qcc {

/// Where keys are kept, by a write test. May take as long as a keyring's deadline; blocking.
Findings keyFindings(const QString &home);

/// What a running instance says of itself. @p ownVersion: of this program.
Findings instanceFindings(const ProxySnapshot &snapshot, const QString &ownVersion);

/// While no instance runs: whether the address is free for one. Blocking, short.
Findings addressFindings(const QString &host, quint16 port);

/// What a check of every endpoint found out.
Findings providerFindings(const Settings &settings, const std::vector<CheckReport> &reports);

/// How Claude Code's settings stand to QCC, and whether the program is there. @p path: as PATH.
Findings claudeFindings(const TakeoverStatus &status, const QString &path);

/// The session bus's notification server and tray host. Blocking, at most kDesktopPatience each.
Findings desktopFindings();
inline constexpr int kDesktopPatience = 2'000; ///< ms

} // namespace qcc
