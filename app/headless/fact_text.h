// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "models/domain/request_record.h"

#include <QString>

namespace qcc {

/// A request that did not simply go well, in one line: "production/api: connection refused → served by
/// backup/gateway". Holds no secret.
QString factText(const RequestRecord &record);

/// A switch in one line, with the mark of its kind: "Failover from production to backup: production failed 3
/// times in a row: answered 529".
QString factText(const FailoverEvent &event);

} // namespace qcc
