// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

namespace qcc {

/// The order of the board, with every group, the empty ones too.
BoardOrder boardOrder(const PriorityGroups &groups);

/// Puts the configs where @p command says; which groups are on is not touched. ChangedMeanwhile ("board")
/// when they don't stand as its `before` says; InvalidValue ("order") when its `after` doesn't hold the same
/// configs, each once. A group that is left out of a BoardOrder is empty. Pure.
std::optional<Refusal> arrangeConfigs(PriorityGroups &groups, const ArrangeConfigs &command);

} // namespace qcc
