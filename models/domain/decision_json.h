// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"
#include "models/domain/failover_event.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// Decisions, events and alerts as JSON: in the database, on the control socket, in `--json` output. Enums
/// are their words (words.h), moments ISO 8601 in UTC with milliseconds; what is empty or unset is left out
/// of decisions and alerts. A reader ignores unknown fields and refuses missing or wrong ones (ProtocolError,
/// naming the field).

QJsonObject toJson(const FailureFacts &facts);
Result<FailureFacts> failureFactsFromJson(const QJsonObject &object);

QJsonObject toJson(const Decision &decision);
Result<Decision> decisionFromJson(const QJsonObject &object);

/// The keys of the old failover_events.json (event_id, event_type, from_config, to_config, reason, timestamp,
/// success), and "decision".
QJsonObject toJson(const FailoverEvent &event);
Result<FailoverEvent> eventFromJson(const QJsonObject &object);

QJsonObject toJson(const Alert &alert);
Result<Alert> alertFromJson(const QJsonObject &object);

} // namespace qcc
