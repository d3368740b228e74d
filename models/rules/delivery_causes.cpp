// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"
#include "models/rules/delivery_parts.h"
#include "models/rules/notice.h"

namespace qcc::delivery {

namespace {

bool wants(const Turn &turn, const Alert &alert)
{
    return turn.channel.alerts.contains(alert.kind);
}

WaitingHappening *waitingBeginning(ChannelDelivery &delivery, const QString &key)
{
    for (WaitingHappening &waiting : delivery.waiting) {
        if (!waiting.isEnd && waiting.cause == key)
            return &waiting;
    }
    return nullptr;
}

void startCause(Turn &turn, const QString &key, const AlertHappening &what)
{
    if (turn.delivery.causes.size() >= size_t{kMostStanding} && !what.critical) {
        ++turn.delivery.leftOut;
        return;
    }
    turn.delivery.causes[key] = {what, DeliveryCause::Stage::Waiting, {}};
    enqueue(turn, {what, false, key, turn.now + turn.pace.settle});
}

/// It began again, or another alert of the same cause did.
void goOn(Turn &turn, const QString &key, DeliveryCause &cause, const AlertHappening &what)
{
    if (what.alert.kind == AlertKind::NoFallback)
        cause.what.alert = what.alert;
    cause.what.critical = cause.what.critical || what.critical;
    const bool again = cause.endedAt.has_value();
    cause.endedAt.reset();
    WaitingHappening *waiting = waitingBeginning(turn.delivery, key);
    if (!waiting)
        return;
    waiting->what = cause.what;
    if (again)
        waiting->notBefore = turn.now + turn.pace.settle;
}

const Alert *stillStanding(const Turn &turn, const QString &key)
{
    for (const auto &[_, alert] : turn.state.standing) {
        if (causeKey(alert) == key && wants(turn, alert))
            return &alert;
    }
    return nullptr;
}

/// The end of @p cause has lasted. True: it is no longer a cause.
bool settle(Turn &turn, const QString &key, const DeliveryCause &cause)
{
    AlertHappening what = cause.what;
    what.ended = cause.endedAt;
    switch (cause.stage) {
    case DeliveryCause::Stage::Untold:
        return true;
    case DeliveryCause::Stage::Told:
        enqueue(turn, {what, true, {}, turn.now});
        return true;
    case DeliveryCause::Stage::Waiting:
        break;
    }
    WaitingHappening *waiting = waitingBeginning(turn.delivery, key);
    if (!waiting)
        return false; // in a message that is sent or tried again
    waiting->what = what;
    waiting->cause.clear();
    if (*what.ended - what.at < turn.pace.calm && !waiting->triedSince)
        turn.delivery.waiting.erase(turn.delivery.waiting.begin() + (waiting - turn.delivery.waiting.data()));
    return true;
}

} // namespace

QString alertKey(const Alert &alert)
{
    return toWord(alert.kind) + QLatin1Char(':') + alert.subject;
}

QString causeKey(const Alert &alert)
{
    if (alert.kind == AlertKind::AllDown || alert.kind == AlertKind::NoFallback)
        return QStringLiteral("down");
    return alertKey(alert);
}

bool isCritical(const Alert &alert, const std::map<QString, Alert> &standing)
{
    if (urgencyOf(alert.kind) == NoticeUrgency::Critical)
        return true;
    return alert.kind == AlertKind::NoFallback &&
           std::any_of(standing.begin(), standing.end(),
                       [](auto &one) { return one.second.kind == AlertKind::AllDown; });
}

void announce(Turn &turn, const Alert &alert)
{
    if (wants(turn, alert))
        enqueue(turn, {{alert, turn.now, {}, isCritical(alert, turn.state.standing)}, false, {}, turn.now});
}

void begin(Turn &turn, const Alert &alert)
{
    const QString key = causeKey(alert);
    const bool critical = isCritical(alert, turn.state.standing);
    const auto known = turn.delivery.causes.find(key);
    if (!wants(turn, alert)) {
        // "All down" makes "no fallback" critical even where only the latter is told.
        if (critical && known != turn.delivery.causes.end() && !known->second.endedAt)
            goOn(turn, key, known->second, {known->second.what.alert, turn.now, {}, true});
        return;
    }
    const AlertHappening what{alert, turn.now, {}, critical};
    if (known == turn.delivery.causes.end())
        startCause(turn, key, what);
    else
        goOn(turn, key, known->second, what);
}

void remember(Turn &turn)
{
    for (const auto &[_, alert] : turn.state.remembered) {
        const AlertHappening what{alert, alert.since, {}, isCritical(alert, turn.state.standing)};
        if (wants(turn, alert))
            turn.delivery.causes.try_emplace(causeKey(alert),
                                             DeliveryCause{what, DeliveryCause::Stage::Told, {}});
    }
}

void end(Turn &turn, const Alert &alert)
{
    const QString key = causeKey(alert);
    const auto known = turn.delivery.causes.find(key);
    if (known == turn.delivery.causes.end() || known->second.endedAt || stillStanding(turn, key))
        return;
    known->second.endedAt = turn.now;
    if (WaitingHappening *waiting = waitingBeginning(turn.delivery, key))
        waiting->notBefore = turn.now + turn.pace.calm;
}

void settleCauses(Turn &turn)
{
    auto &causes = turn.delivery.causes;
    for (auto it = causes.begin(); it != causes.end();) {
        const auto cause = it++;
        const auto &endedAt = cause->second.endedAt;
        if (endedAt && turn.now >= *endedAt + turn.pace.calm && settle(turn, cause->first, cause->second))
            causes.erase(cause);
    }
}

void forgetUnwanted(Turn &turn)
{
    std::erase_if(turn.delivery.waiting,
                  [&](const WaitingHappening &one) { return !wants(turn, one.what.alert); });
    std::erase_if(turn.delivery.causes, [&](const auto &one) { return !wants(turn, one.second.what.alert); });
}

void markUntold(Turn &turn, const WaitingHappening &part)
{
    const auto cause = turn.delivery.causes.find(part.cause);
    if (!part.isEnd && cause != turn.delivery.causes.end())
        cause->second.stage = DeliveryCause::Stage::Untold;
}

} // namespace qcc::delivery
