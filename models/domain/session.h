// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace qcc {

/// What is shown of one conversation of Claude Code (x-claude-code-session-id). Not what was said in it.
struct SessionSnapshot
{
    QByteArray id;
    QString config;      ///< that serves it, or will serve its next request
    bool byHand = false; ///< a person put it there
    QByteArray model;    ///< of its last request
    TimePoint firstSeen;
    TimePoint lastUsed;
    std::optional<TimePoint>
        staysUntil; ///< when it follows the active config again, unless it is used before
    quint64 requests = 0;
    int running = 0; ///< requests under way
    bool operator==(const SessionSnapshot &) const = default;
};

inline constexpr int kMostShownSessions = 200; ///< the last used ones

/// A person's wish: the session's next requests go to @p config (empty: as the rules say). UnknownSession,
/// UnknownConfig, NotRoutable.
struct MoveSession
{
    QByteArray session; ///< its id, or the beginning of it that only one has
    QString config;
    bool operator==(const MoveSession &) const = default;
};

} // namespace qcc
