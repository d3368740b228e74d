// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/levels.h"
#include "models/domain/history.h"

#include <map>

namespace qcc {

class NameTable;
class SqlConnection;

/// Health samples in the database, as they came and summed up. A fault stays with the connection.

/// Stores the sample and adds it to the sums of its minute, hour and day (not while nothing is known). A
/// second one of the same config and millisecond is dropped.
void storeSample(SqlConnection &connection, NameTable &names, const HealthSample &sample);

/// See HistoryReader::health().
std::vector<HealthPoint> healthPoints(SqlConnection &connection, const QString &config, TimePoint from,
                                      TimePoint to, int points);

/// Mean health in per cent, by config; configs without a sample are left out.
std::map<QString, double> meanHealth(SqlConnection &connection, TimePoint from, TimePoint to);

} // namespace qcc
