// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/decision_inputs.h"
#include "models/text/decision_text.h"
#include "models/text/event_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

QString withTime(const QString &what, const std::optional<TimePoint> &until, TimePoint now)
{
    return until ? Text::tr("%1 until %2", "why a config is not taken, and a time")
                       .arg(what, dueText(*until, now))
                 : what;
}

QString retried(const QString &what, const std::optional<TimePoint> &until, TimePoint now)
{
    return until ? Text::tr("%1, tried again at %2", "why a config is not taken, and a time")
                       .arg(what, dueText(*until, now))
                 : what;
}

QString reasonOfSwitch(const Decision &decision)
{
    switch (decision.rule) {
    case DecisionRule::BetterIsBack:
        return decision.successes > 0
                   ? Text::tr("%1 is well again, %n time(s) in a row", nullptr, decision.successes)
                         .arg(decision.to)
                   : Text::tr("%1 is well again").arg(decision.to);
    case DecisionRule::ChosenByPerson:
        return Text::tr("chosen by a person");
    case DecisionRule::FirstActivation:
        return Text::tr("the first healthy config from the top");
    case DecisionRule::ActiveGone:
        return Text::tr("%1 can no longer be used").arg(decision.from);
    default:
        return failureLine(decision);
    }
}

/// Where it is worth a word that the active config fails: "…; automatic failover is off".
QString hindrance(const Decision &decision, const QString &what)
{
    return isAboutFailure(decision)
               ? Text::tr("%1; %2", "a failure, and why nothing takes over").arg(failureLine(decision), what)
               : what;
}

QString reasonForNone(const Decision &decision)
{
    switch (decision.rule) {
    case DecisionRule::AutoFailoverOff:
        return hindrance(decision, Text::tr("automatic failover is off"));
    case DecisionRule::AutoRecoveryOff:
        return Text::tr("automatic recovery is off");
    case DecisionRule::Pinned:
        return Text::tr("a person's choice stands");
    case DecisionRule::CoolDown:
        return hindrance(decision, Text::tr("the cool-down is not over"));
    case DecisionRule::HourlyLimit:
        return hindrance(
            decision, Text::tr("the hourly limit of %n switch(es) is reached", nullptr, decision.maxPerHour));
    case DecisionRule::OwnNetwork:
        return Text::tr("this computer's network is down");
    case DecisionRule::NoCandidate:
        return hindrance(decision, Text::tr("no other config can take over"));
    case DecisionRule::AwaitingCheck:
        return hindrance(decision, Text::tr("other configs are being asked whether they answer"));
    case DecisionRule::RecoveryWaits:
        return Text::tr("a better config does not qualify yet");
    case DecisionRule::NothingConfigured:
        return Text::tr("no config is set up");
    default:
        return Text::tr("all is well");
    }
}

} // namespace

QString rejectionText(const RejectedCandidate &candidate, TimePoint now)
{
    switch (candidate.reason) {
    case RejectReason::Disabled:
        return Text::tr("disabled", "why a config is not taken");
    case RejectReason::GroupOff:
        return Text::tr("its group is switched off");
    case RejectReason::NoEndpoints:
        return Text::tr("has no endpoints");
    case RejectReason::NoKey:
        return Text::tr("has no key");
    case RejectReason::Unhealthy:
        return candidate.have > 0 ? Text::tr("unhealthy, failed %n time(s) in a row", nullptr, candidate.have)
                                  : Text::tr("unhealthy", "why a config is not taken");
    case RejectReason::NotChecked:
        return Text::tr("not checked yet", "why a config is not taken");
    case RejectReason::NotConfirmed:
        return Text::tr("has not answered since the trouble began");
    case RejectReason::Limited:
        return withTime(Text::tr("rate limited"), candidate.until, now);
    case RejectReason::KeyRejected:
        return retried(Text::tr("key rejected"), candidate.until, now);
    case RejectReason::OutOfCredit:
        return retried(Text::tr("out of credit"), candidate.until, now);
    case RejectReason::TooFewSuccesses:
        return Text::tr("%1 of %n good check(s) in a row", nullptr, candidate.need).arg(candidate.have);
    case RejectReason::RecoveryDelay:
        return candidate.until
                   ? Text::tr("failed too recently, qualifies at %1").arg(dueText(*candidate.until, now))
                   : Text::tr("failed too recently");
    }
    Q_UNREACHABLE();
}

QString reasonLine(const Decision &decision)
{
    switch (decision.rule) {
    case DecisionRule::ActiveFailed:
    case DecisionRule::BetterIsBack:
    case DecisionRule::ChosenByPerson:
    case DecisionRule::FirstActivation:
    case DecisionRule::ActiveGone:
    case DecisionRule::ActiveFailing:
        return reasonOfSwitch(decision);
    case DecisionRule::AllWell:
    case DecisionRule::AutoFailoverOff:
    case DecisionRule::AutoRecoveryOff:
    case DecisionRule::Pinned:
    case DecisionRule::CoolDown:
    case DecisionRule::HourlyLimit:
    case DecisionRule::OwnNetwork:
    case DecisionRule::NoCandidate:
    case DecisionRule::AwaitingCheck:
    case DecisionRule::RecoveryWaits:
    case DecisionRule::NothingConfigured:
        return reasonForNone(decision);
    }
    Q_UNREACHABLE();
}

QString reasonLine(const FailoverEvent &event)
{
    if (!event.reason.isEmpty())
        return event.reason;
    return event.decision ? reasonLine(*event.decision) : Text::tr("no reason is known");
}

} // namespace qcc
