// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "models/domain/result.h"

#include <QByteArray>

#include <vector>

namespace qcc {

/// The events in the text of a failover_events.json, as it was before there was a database: a list of objects
/// with event_id, event_type (failover, recovery, manual), from_config, to_config, reason, timestamp (ISO
/// 8601; local time without a zone) and success. Missing ids are made of the event's content. FileBroken with
/// the place of the first fault; @p path is only its subject.
Result<std::vector<FailoverEvent>> readOldEvents(const QString &path, const QByteArray &text);

} // namespace qcc
