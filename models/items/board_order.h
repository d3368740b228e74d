// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/arrange_configs.h"

#include <set>

namespace qcc {

/// The order after @p names were taken out and put into @p target before the row @p row (counted before they
/// are taken out; clamped); they keep the order in which the board shows them. Names that the board doesn't
/// have are passed over.
BoardOrder moved(const BoardOrder &order, const QStringList &names, Priority target, qsizetype row);

/// Those of one list that needn't move for @p now to become @p then: as many as can be, and none of @p movers
/// where that costs nothing.
std::set<QString> stayers(const std::vector<QString> &now, const std::vector<QString> &then,
                          const std::set<QString> &movers);

} // namespace qcc
