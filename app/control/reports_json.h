// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/check.h"
#include "models/domain/result.h"

#include <QJsonObject>

#include <vector>

namespace qcc {

/// What checks found out, as the answer to AskCheck: {"reports": […]}.
QJsonObject reportsToJson(const std::vector<CheckReport> &reports);
Result<std::vector<CheckReport>> reportsFromJson(const QJsonObject &object);

/// What a probe found out, as the answer to AskProbe: {"report": {…}}.
QJsonObject reportToJson(const CheckReport &report);
Result<CheckReport> reportFromJson(const QJsonObject &object);

} // namespace qcc
