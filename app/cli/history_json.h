// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qcc {

/// What the history holds, as `--json` prints it: words of models/domain/words.h, moments ISO 8601 in UTC,
/// times in whole milliseconds; what is not known is left out.
QJsonObject eventsJson(const std::vector<FailoverEvent> &events);
QJsonObject requestJson(const StoredRequest &request);
QJsonObject requestsJson(const std::vector<StoredRequest> &requests);
QJsonObject statsJson(const HistoryStats &stats);

} // namespace qcc
