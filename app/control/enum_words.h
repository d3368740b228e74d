// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/snapshot.h"
#include "models/domain/words.h"

#include <optional>

namespace qcc {

/// The words by which enumerators travel over the control socket and stand in `--json` output. Never change
/// one.
QString toWord(EndpointCondition condition);
std::optional<EndpointCondition> conditionFromWord(const QString &word);

QString toWord(RefusalCode code);
std::optional<RefusalCode> refusalCodeFromWord(const QString &word);

} // namespace qcc
