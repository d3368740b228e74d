// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QVariant>

#include <vector>

namespace qcc {

using DumpRow = QHash<QString, QVariant>; ///< a value by its column's name
using DumpTables = QHash<QString, std::vector<DumpRow>>;

/// Reads rows out of an SQL text without running it: of
///   INSERT INTO "TABLE" ("COLUMN", …) VALUES (VALUE, …), (VALUE, …);
/// with NULL, numbers, 'texts' ('' for a quote in one) and X'…' as values. Everything else is passed over,
/// with care for quotes and comments. Pure; any thread.
///
/// Those of @p tables, by their names; a table that is not there has no rows. FileBroken with line and column
/// for a text or a list that does not end, and for a row that has not as many values as there are columns.
Result<DumpTables> rowsOfDump(const QString &file, const QByteArray &text, const QStringList &tables);

inline constexpr size_t kMostDumpRows = 1'000; ///< of one table; later ones are passed over

} // namespace qcc
