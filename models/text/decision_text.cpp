// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/decision_text.h"

#include "models/text/decision_inputs.h"
#include "models/text/event_text.h"
#include "models/text/group_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

QStringList failureWithThreshold(const Decision &decision)
{
    QStringList lines{failureSentence(decision)};
    const bool counted = decision.rule == DecisionRule::ActiveFailing ||
                         decision.failures >= std::max(decision.failureThreshold, 1);
    if (counted && decision.failureThreshold > 0)
        lines += Text::tr("A failover needs %n failure(s) in a row.", nullptr, decision.failureThreshold);
    return lines;
}

/// A failure that nothing follows for now, or a better config that has to wait; none where neither is told.
QStringList hindered(const Decision &decision)
{
    if (isAboutFailure(decision))
        return {failureSentence(decision)};
    if (decision.to.isEmpty())
        return {};
    return {Text::tr("%1 is better than %2, and is well.").arg(decision.to, decision.from)};
}

QStringList switched(const Decision &decision, TimePoint now)
{
    const QString at = momentText(decision.at, now);
    QStringList lines;
    switch (decision.rule) {
    case DecisionRule::ActiveFailed:
        lines = failureWithThreshold(decision);
        lines += Text::tr("%1 took over at %2.").arg(decision.to, at);
        break;
    case DecisionRule::BetterIsBack:
        lines += Text::tr("%1 is better than %2, and is well.").arg(decision.to, decision.from);
        lines +=
            Text::tr("The cool-down and the recovery delay were over, so QCC returned to it at %1.").arg(at);
        break;
    case DecisionRule::ChosenByPerson:
        lines += Text::tr("A person chose %1 at %2.").arg(decision.to, at);
        if (!decision.from.isEmpty())
            lines += Text::tr("%1 was active until then.").arg(decision.from);
        if (decision.until)
            lines += Text::tr("The choice stands until %1.").arg(dueText(*decision.until, now));
        break;
    case DecisionRule::FirstActivation:
        lines += Text::tr("No config was active: QCC took the first healthy one from the top, %1, at %2.")
                     .arg(decision.to, at);
        break;
    default:
        lines +=
            Text::tr("%1 can no longer be used: it was removed or disabled, or lost its endpoints or keys.")
                .arg(decision.from);
        lines += decision.to.isEmpty() ? Text::tr("No other config can take its place.")
                                       : Text::tr("%1 took its place at %2.").arg(decision.to, at);
    }
    const QString successes = successSentence(decision);
    return successes.isEmpty() ? lines : lines << successes;
}

QStringList choiceStands(const Decision &decision, TimePoint now)
{
    QStringList lines;
    if (!decision.to.isEmpty())
        lines += Text::tr("%1 is better than %2, and is well.").arg(decision.to, decision.from);
    lines +=
        decision.until
            ? Text::tr("A person chose %1, and that choice stands until %2.")
                  .arg(decision.from, dueText(*decision.until, now))
            : Text::tr("A person chose %1, and that choice stands until it is released.").arg(decision.from);
    return lines;
}

QStringList limitReached(const Decision &decision, TimePoint now)
{
    QStringList lines = hindered(decision);
    lines +=
        Text::tr("%n automatic switch(es) in the last hour; permitted: %1.", nullptr, decision.switchesInHour)
            .arg(decision.maxPerHour);
    if (decision.until)
        lines += Text::tr("The next automatic switch is possible at %1.").arg(dueText(*decision.until, now));
    return lines;
}

QStringList coolingDown(const Decision &decision, TimePoint now)
{
    QStringList lines = hindered(decision);
    if (!decision.until)
        return lines << Text::tr("The cool-down after the last switch is not over.");
    const QString due = dueText(*decision.until, now);
    if (isAboutFailure(decision) || decision.to.isEmpty())
        return lines << Text::tr(
                            "The cool-down after the last switch ends at %1; no automatic switch before.")
                            .arg(due);
    return lines << Text::tr(
                        "Automatic recovery may take place at %1, when the cool-down after the last switch "
                        "is over, if %2 stays well.")
                        .arg(due, decision.to);
}

QStringList recoveryWaits(const Decision &decision, TimePoint now)
{
    QStringList lines{Text::tr("%1 works.").arg(decision.from)};
    if (decision.until)
        lines +=
            Text::tr(
                "Automatic recovery may take place at %1 at the earliest, if a better config is well then.")
                .arg(dueText(*decision.until, now));
    return lines;
}

QStringList unserved(const Decision &decision)
{
    if (decision.from.isEmpty())
        return {Text::tr("No config is active, and none can be taken.")};
    QStringList lines{failureSentence(decision)};
    if (decision.rejected.empty())
        lines += Text::tr("No other config is set up to take over.");
    return lines;
}

/// The first choice, or a successor that is well, wait for a better one that has yet to answer.
QStringList awaitingCheck(const Decision &decision, TimePoint now)
{
    QStringList lines{decision.from.isEmpty() ? Text::tr("No config is active yet.")
                                              : failureSentence(decision)};
    lines += decision.to.isEmpty()
                 ? Text::tr("Other configs are being asked whether they answer; one that does takes over.")
                 : Text::tr("%1 can take over, but better ones are still being asked whether they answer.")
                       .arg(decision.to);
    if (decision.until)
        lines += Text::tr("They are waited for until %1.").arg(dueText(*decision.until, now));
    return lines;
}

QStringList failoverOff(const Decision &decision)
{
    QStringList lines{
        failureSentence(decision),
        Text::tr("Automatic failover is off: the active config stays until a person switches.")};
    if (!decision.to.isEmpty())
        lines += Text::tr("%1 could take over.").arg(decision.to);
    return lines;
}

QStringList recoveryOff(const Decision &decision)
{
    QStringList lines;
    if (!decision.to.isEmpty())
        lines += Text::tr("%1 is better than %2, and is well.").arg(decision.to, decision.from);
    return lines << Text::tr("Automatic recovery is off: %1 stays active until a person switches.")
                        .arg(decision.from);
}

QStringList allWell(const Decision &decision)
{
    return {decision.from.isEmpty()
                ? Text::tr("There is nothing to switch.")
                : Text::tr("%1 works, and it is the best: there is nothing to switch.").arg(decision.from)};
}

QStringList ownNetwork(const Decision &decision, TimePoint now)
{
    QStringList lines{
        Text::tr("This computer's own network is down or has only just come back: failures count "
                 "against nobody, and nothing is switched.")};
    if (decision.until)
        lines += Text::tr("Failures count again from %1.").arg(dueText(*decision.until, now));
    return lines;
}

QStringList verdict(const Decision &decision, TimePoint now)
{
    switch (decision.rule) {
    case DecisionRule::ActiveFailed:
    case DecisionRule::BetterIsBack:
    case DecisionRule::ChosenByPerson:
    case DecisionRule::FirstActivation:
    case DecisionRule::ActiveGone:
        return switched(decision, now);
    case DecisionRule::AllWell:
        return allWell(decision);
    case DecisionRule::ActiveFailing:
        return failureWithThreshold(decision);
    case DecisionRule::AutoFailoverOff:
        return failoverOff(decision);
    case DecisionRule::AutoRecoveryOff:
        return recoveryOff(decision);
    case DecisionRule::Pinned:
        return choiceStands(decision, now);
    case DecisionRule::CoolDown:
        return coolingDown(decision, now);
    case DecisionRule::HourlyLimit:
        return limitReached(decision, now);
    case DecisionRule::OwnNetwork:
        return ownNetwork(decision, now);
    case DecisionRule::NoCandidate:
        return unserved(decision);
    case DecisionRule::AwaitingCheck:
        return awaitingCheck(decision, now);
    case DecisionRule::RecoveryWaits:
        return recoveryWaits(decision, now);
    case DecisionRule::NothingConfigured:
        return {Text::tr("No config with an endpoint is set up yet.")};
    }
    Q_UNREACHABLE();
}

/// Stands above the candidates that were looked at.
QString headingFor(DecisionRule rule)
{
    if (rule == DecisionRule::NoCandidate)
        return Text::tr("No config can take over:");
    if (rule == DecisionRule::RecoveryWaits)
        return Text::tr("Better configs that do not qualify yet:");
    return Text::tr("Looked at and not taken:");
}

} // namespace

QStringList sentences(const Decision &decision, TimePoint now)
{
    QStringList lines = verdict(decision, now);
    if (!decision.rejected.empty())
        lines += headingFor(decision.rule);
    for (const RejectedCandidate &candidate : decision.rejected)
        lines +=
            Text::tr("• %1: %2", "a config and why it was not taken")
                .arg(configWithGroup(candidate.config, candidate.priority), rejectionText(candidate, now));
    return lines;
}

QStringList sentences(const FailoverEvent &event, TimePoint now)
{
    QStringList lines{Text::tr("%1: %2.", "a time and what happened then")
                          .arg(momentText(event.at, now), eventTitle(event))};
    if (!event.reason.isEmpty())
        lines += Text::tr("Reason given: %1").arg(event.reason);
    if (event.decision)
        return lines + sentences(*event.decision, now);
    if (event.reason.isEmpty())
        lines += Text::tr("Nothing more is known of it.");
    return lines;
}

} // namespace qcc
