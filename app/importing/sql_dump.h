// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QVariant>

#include <vector>

namespace qcc {

/// Reads rows out of an SQL text without running it: of
///   INSERT INTO "TABLE" ("COLUMN", …) VALUES (VALUE, …), (VALUE, …);
/// with NULL, numbers, 'texts' ('' for a quote in one) and X'…' as values. Everything else is passed over,
/// with care for quotes and comments. Pure; any thread.
///
/// FileBroken with line and column for a text or a list that does not end, and for a row that has not as many
/// values as there are columns.
Result<std::vector<QHash<QString, QVariant>>> rowsOfDump(const QString &file, const QByteArray &text,
                                                         const QString &table);

inline constexpr size_t kMostDumpRows = 1'000; ///< of one table; later ones are passed over

} // namespace qcc
