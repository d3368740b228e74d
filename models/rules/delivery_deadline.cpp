// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/delivery_parts.h"
#include "models/rules/notices.h"

namespace qcc::delivery {

namespace {

/// What waits for a time of the day looks at the clock at least so often: clocks are set, and computers
/// sleep.
constexpr milliseconds kLongestNap = minutes{15};

int room(const Turn &turn, bool critical)
{
    const int kept = critical ? 0 : turn.pace.keptForCritical;
    return turn.pace.mostAnHour - kept - int(turn.delivery.arrived.size());
}

milliseconds napUntil(const Turn &turn, const QDateTime &local)
{
    return std::clamp(milliseconds{turn.moment.local.msecsTo(local)}, milliseconds{1}, kLongestNap);
}

milliseconds untilQuietEnds(const Turn &turn)
{
    const QDateTime &local = turn.moment.local;
    QDateTime end(local.date(), turn.channel.quiet->to, Qt::UTC);
    return napUntil(turn, end > local ? end : end.addDays(1));
}

/// When one more message may arrive, if none does until then.
TimePoint roomAt(const Turn &turn, bool critical)
{
    const int missing = 1 - room(turn, critical);
    if (missing <= 0)
        return turn.now;
    return turn.delivery.arrived[size_t(missing - 1)] + std::chrono::hours{1};
}

/// When a message that may not go before @p earliest can go.
TimePoint goesAt(const Turn &turn, TimePoint earliest, bool critical)
{
    TimePoint at = std::max(earliest, roomAt(turn, critical));
    if (isPausing(turn))
        at = std::max(at, turn.delivery.resumeAt);
    if (!critical && isQuiet(turn))
        at = std::max(at, turn.now + untilQuietEnds(turn));
    return at;
}

void sooner(std::optional<TimePoint> &soonest, TimePoint at)
{
    soonest = soonest ? std::min(*soonest, at) : at;
}

} // namespace

bool isQuiet(const Turn &turn)
{
    const auto &quiet = turn.channel.quiet;
    return quiet && QuietTime{quiet->from, quiet->to}.contains(turn.moment.local.time());
}

bool mayGo(const Turn &turn, bool critical)
{
    return room(turn, critical) > 0 && (critical || !isQuiet(turn));
}

bool isPausing(const Turn &turn)
{
    return turn.delivery.failures > 0 && turn.now < turn.delivery.resumeAt;
}

std::optional<TimePoint> deadline(const Turn &turn)
{
    const ChannelDelivery &delivery = turn.delivery;
    std::optional<TimePoint> soonest;
    for (const auto &[_, cause] : delivery.causes) {
        if (cause.endedAt && *cause.endedAt + turn.pace.calm > turn.now)
            sooner(soonest, *cause.endedAt + turn.pace.calm);
    }
    if (delivery.outgoing && delivery.outgoing->underWay)
        return soonest;
    if (delivery.outgoing)
        sooner(soonest, goesAt(turn, turn.now, delivery.outgoing->message.isCritical()));
    for (const WaitingHappening &waiting : delivery.waiting)
        sooner(soonest, goesAt(turn, waiting.notBefore, waiting.what.critical));
    if (digestIsDue(turn))
        sooner(soonest, goesAt(turn, turn.now, false));
    else if (delivery.nextDigest.isValid())
        sooner(soonest, turn.now + napUntil(turn, delivery.nextDigest));
    return soonest;
}

} // namespace qcc::delivery
