// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/request_record.h"

#include <QString>

namespace qcc {

/// A request that did not simply go well, in one line: "production/api: connection refused → served by
/// backup/gateway". Holds no secret.
QString factText(const RequestRecord &record);

} // namespace qcc
