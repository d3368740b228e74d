// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/instance_access.h"
#include "app/doctor/checkup.h"

namespace qcc {

/// A check-up's questions, asked through @p instance, which must outlive it.
InstanceQuestions questionsTo(InstanceAccess &instance);

/// A check-up of this home, as this program and user see it.
CheckupOptions checkupOptions(const QString &home);

/// {"worst": "warning", "findings": [{"area":…, "level":…, "text":…, "remedy":…}, …]}
QJsonObject findingsJson(const Findings &findings);

} // namespace qcc
