// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/delivery_parts.h"
#include "models/rules/failover_state.h"

namespace qcc::delivery {

namespace {

constexpr size_t kMostInDigest = 10; ///< of what stands

/// The first moment after @p local: each day, or each Monday.
QDateTime nextAfter(const QDateTime &local, DigestPace pace, QTime at)
{
    QDateTime next(local.date(), at, Qt::UTC);
    const int days = pace == DigestPace::Weekly ? 7 : 1;
    if (pace == DigestPace::Weekly)
        next = next.addDays((Qt::Monday + 7 - local.date().dayOfWeek()) % 7);
    while (next <= local)
        next = next.addDays(days);
    return next;
}

bool isOutOfDate(const Turn &turn)
{
    const ChannelDelivery &delivery = turn.delivery;
    return delivery.digestPace != turn.channel.digest || delivery.digestAt != turn.channel.digestAt ||
           turn.moment.local.daysTo(delivery.nextDigest) > 7; // the clock was set back
}

milliseconds awayNow(const Turn &turn)
{
    const std::optional<TimePoint> &since = turn.state.awaySince;
    if (!since)
        return milliseconds{0};
    return std::max(milliseconds{0}, turn.now - std::max(*since, turn.delivery.tally.from));
}

} // namespace

void planDigest(Turn &turn)
{
    ChannelDelivery &delivery = turn.delivery;
    if (!isOutOfDate(turn))
        return;
    delivery.digestPace = turn.channel.digest;
    delivery.digestAt = turn.channel.digestAt;
    delivery.nextDigest = turn.channel.digest == DigestPace::None
                              ? QDateTime()
                              : nextAfter(turn.moment.local, turn.channel.digest, turn.channel.digestAt);
}

bool digestIsDue(const Turn &turn)
{
    return turn.delivery.nextDigest.isValid() && turn.moment.local >= turn.delivery.nextDigest;
}

AlertMessage takeDigest(Turn &turn)
{
    DigestTally &tally = turn.delivery.tally;
    AlertMessage message;
    message.form = AlertMessageForm::Digest;
    DigestFacts &facts = message.digest;
    facts.from = tally.from;
    facts.to = turn.now;
    facts.failovers = tally.failovers;
    facts.recoveries = tally.recoveries;
    facts.raised = tally.raised;
    facts.away = tally.away + awayNow(turn);
    facts.shortestAway = kAwayTooLong;
    facts.lastSwitch = turn.state.lastSwitch;
    facts.standsLeftOut = turn.state.standingLeftOut;
    for (const auto &[_, alert] : turn.state.standing)
        facts.stands.push_back(alert);
    std::stable_sort(facts.stands.begin(), facts.stands.end(),
                     [](const Alert &a, const Alert &b) { return a.since < b.since; });
    if (facts.stands.size() > kMostInDigest) {
        facts.standsLeftOut += int(facts.stands.size() - kMostInDigest);
        facts.stands.resize(kMostInDigest);
    }
    tally = {};
    tally.from = turn.now;
    turn.delivery.nextDigest = nextAfter(turn.moment.local, turn.channel.digest, turn.channel.digestAt);
    return message;
}

void returnDigest(Turn &turn, const DigestFacts &facts)
{
    DigestTally &tally = turn.delivery.tally;
    tally.from = facts.from;
    tally.failovers += facts.failovers;
    tally.recoveries += facts.recoveries;
    for (const auto &[kind, times] : facts.raised)
        tally.raised[kind] += times;
    tally.away += facts.away;
    if (turn.state.awaySince) // is counted again up to the moment when it is sent
        tally.away -= std::max(milliseconds{0}, facts.to - std::max(*turn.state.awaySince, facts.from));
    turn.delivery.nextDigest = turn.moment.local;
}

void count(Turn &turn, const DeliveryInput &input)
{
    DigestTally &tally = turn.delivery.tally;
    if (const auto *raised = std::get_if<AlertRaised>(&input)) {
        ++tally.raised[raised->alert.kind];
    } else if (const auto *said = std::get_if<AlertAnnounced>(&input)) {
        ++(said->alert.kind == AlertKind::Recovery ? tally.recoveries : tally.failovers);
    }
}

void countAway(Turn &turn)
{
    turn.delivery.tally.away += awayNow(turn);
}

} // namespace qcc::delivery
