// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"

namespace qcc {

/// A session's id, as far as it is usually shown: its first 8 characters, one line.
QString shortSessionId(const QByteArray &id);

/// "just now", "12 s ago".
QString agoText(TimePoint moment, TimePoint now);

/// Why its next request goes where it goes: "Moved by hand", "With the active config", "Stays until 14:35:10
/// (in 4:12), to keep its prompt cache".
QString sessionReason(const SessionSnapshot &session, const QString &active, TimePoint now);

} // namespace qcc
