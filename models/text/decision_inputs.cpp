// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/decision_inputs.h"

#include "models/text/failure_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

/// Failures in a row that matter: a config is also down at once when its keys are rejected or its credit is
/// used up.
bool countsFailures(const Decision &decision)
{
    return decision.failures > 0 && decision.failures >= decision.failureThreshold;
}

bool keyIsAtFault(const Decision &decision)
{
    return decision.lastFailure && (decision.lastFailure->kind == OutcomeKind::KeyRejected ||
                                    decision.lastFailure->kind == OutcomeKind::OutOfCredit);
}

bool failing(const Decision &decision)
{
    return countsFailures(decision) || decision.rule == DecisionRule::ActiveFailing;
}

} // namespace

QString failureSentence(const Decision &decision)
{
    if (!decision.lastFailure)
        return failing(decision)
                   ? Text::tr("%1 failed %n time(s) in a row.", nullptr, decision.failures).arg(decision.from)
                   : Text::tr("%1 is down.").arg(decision.from);
    const QString what = failureText(*decision.lastFailure);
    return failing(decision)
               ? Text::tr("%1 failed %n time(s) in a row, at last with: %2.", nullptr, decision.failures)
                     .arg(decision.from, what)
               : Text::tr("%1 is down: %2.").arg(decision.from, what);
}

QString failureLine(const Decision &decision)
{
    if (!decision.lastFailure)
        return failing(decision)
                   ? Text::tr("%1 failed %n time(s) in a row", nullptr, decision.failures).arg(decision.from)
                   : Text::tr("%1 is down").arg(decision.from);
    const QString what = failureText(*decision.lastFailure);
    return failing(decision) ? Text::tr("%1 failed %n time(s) in a row: %2", nullptr, decision.failures)
                                   .arg(decision.from, what)
                             : Text::tr("%1 is down: %2").arg(decision.from, what);
}

QString successSentence(const Decision &decision)
{
    if (decision.to.isEmpty() || decision.successes <= 0)
        return {};
    if (decision.rule != DecisionRule::BetterIsBack || decision.successThreshold <= 0)
        return Text::tr("%1 was well %n time(s) in a row.", nullptr, decision.successes).arg(decision.to);
    return Text::tr("%1 was well %n time(s) in a row; needed: %2.", nullptr, decision.successes)
        .arg(decision.to, QString::number(decision.successThreshold));
}

/// With a better one chosen, single failures of the active one are not what it is about.
bool isAboutFailure(const Decision &decision)
{
    const bool unfollowed = decision.failures > 0 && decision.to.isEmpty();
    return !decision.from.isEmpty() && (countsFailures(decision) || unfollowed || keyIsAtFault(decision));
}

} // namespace qcc
