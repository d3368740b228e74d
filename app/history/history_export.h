// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QJsonArray>

#include <functional>
#include <span>

namespace qcc {

/// The sentence for an event's reason: its own words, or those made of its decision (models/text).
using ReasonText = std::function<QString(const FailoverEvent &)>;

/// The old failover_events.json. It knows no activations: they are left out.
QJsonArray exportEvents(std::span<const FailoverEvent> events, const ReasonText &reasonOf);

/// RFC 4180 with a header line, UTF-8; a text cell that a spreadsheet would take for a formula (it begins
/// with = + - @ tab or line break) gets an apostrophe in front. Moments are ISO 8601 in UTC.
QByteArray eventsCsv(std::span<const FailoverEvent> events, const ReasonText &reasonOf);
QByteArray requestsCsv(std::span<const StoredRequest> requests);

} // namespace qcc
