// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

namespace qcc {

inline constexpr int kMostCopiedRows = 10'000;

/// The cells of @p columns in @p rows (indexes of any column), one a line, the cells between tabs.
QString linesOf(const QAbstractItemModel &model, const QModelIndexList &rows,
                const std::vector<int> &columns);

} // namespace qcc
