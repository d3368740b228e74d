// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"

#include <QStringList>

namespace qcc {

/// Why the active config was switched, or why it is not: what was decided, from what, and then one line for
/// each candidate that was looked at and not taken. Times as seen at @p now; never empty.
QStringList sentences(const Decision &decision, TimePoint now);

/// The same of an event: what happened and when, a person's words, then its decision.
QStringList sentences(const FailoverEvent &event, TimePoint now);

/// One short line for tables and notifications, without a full stop: "production failed 3 times in a row: 529
/// overloaded". A person's words win.
QString reasonLine(const FailoverEvent &event);
QString reasonLine(const Decision &decision);

/// Why a candidate was not taken, without its name: "1 of 3 good checks in a row".
QString rejectionText(const RejectedCandidate &candidate, TimePoint now);

} // namespace qcc
