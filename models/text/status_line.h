// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"

namespace qcc {

/// How much a line wants to be noticed.
enum class StatusTone {
    Well,     ///< all as it should be
    Strained, ///< served, but not as wished
    Failing   ///< requests get errors, or none can come in
};

/// All of QCC in the few words that fit into Claude Code's status line.
struct StatusLine
{
    StatusTone tone = StatusTone::Well;
    QString text; ///< "● production · all well", "▲ backup (secondary) – production is down: 529 overloaded"
    bool operator==(const StatusLine &) const = default;
};

StatusLine statusLine(const ProxySnapshot &snapshot, TimePoint now);

} // namespace qcc
