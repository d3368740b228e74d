// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/answer_plan.h"
#include "app/sim/sim_script.h"

namespace qcc::sim {

/// Appends head, body and end of an answer that nothing is wrong with.
void addGoodAnswer(Script &script, const AnswerPlan &plan, const Fault &fault);
/// Appends the good answer up to where the fault strikes: after `afterEvents` deltas, before any content with
/// 0, in the middle of the body where it is no stream.
void addBeginning(Script &script, const AnswerPlan &plan, const Fault &fault);

} // namespace qcc::sim
