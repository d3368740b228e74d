// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/health.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// Health as JSON, with the conventions of decision_json.h. Latencies are whole milliseconds.

QJsonObject toJson(const Outcome &outcome);
Result<Outcome> outcomeFromJson(const QJsonObject &object);

QJsonObject toJson(const CheckReport &report);
Result<CheckReport> checkReportFromJson(const QJsonObject &object);

QJsonObject toJson(const EndpointHealth &health);
Result<EndpointHealth> endpointHealthFromJson(const QJsonObject &object);

/// Also writes "health_percentage", "is_healthy" and "is_fully_healthy", which the reader derives again.
QJsonObject toJson(const ConfigHealth &health);
Result<ConfigHealth> configHealthFromJson(const QJsonObject &object);

} // namespace qcc
