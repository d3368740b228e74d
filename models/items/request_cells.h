// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/request_record.h"

#include <QVariant>

namespace qcc {

/// What stands in the cells of RequestTreeModel, by its columns and roles.
QVariant requestCell(const RequestRecord &record, int column, int role);
QVariant attemptCell(const RequestRecord &record, size_t attempt, int column, int role);
QVariant requestHeader(int column, int role);

/// "served", "failed", "broken off", "client left".
QString requestEndName(RequestEnd end);

} // namespace qcc
