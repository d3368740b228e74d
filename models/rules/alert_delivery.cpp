// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/alert_delivery.h"

#include "models/rules/delivery_parts.h"
#include "models/rules/failover_state.h"

namespace qcc {

namespace {

using namespace delivery;

/// What a step works on.
struct Work
{
    DeliveryStep made;
    const std::vector<AlertChannel> &channels;
    const DeliveryMoment &moment;
    const DeliveryPace &pace;

    template <typename Act> void forEach(const Act &act)
    {
        for (const AlertChannel &channel : channels) {
            const auto known = made.state.channels.find(channel.id);
            if (known == made.state.channels.end())
                continue;
            Turn turn{made.state, made.effects, channel, known->second, moment, pace, moment.now};
            act(turn);
        }
    }
};

void stopOthers(Work &work, const std::set<QString> &wanted)
{
    auto &known = work.made.state.channels;
    for (auto it = known.begin(); it != known.end();) {
        const auto channel = it++;
        if (wanted.contains(channel->first))
            continue;
        if (channel->second.outgoing && channel->second.outgoing->underWay)
            work.made.effects.push_back(StopSending{channel->first});
        known.erase(channel);
    }
}

void renew(Turn &turn)
{
    std::optional<OutgoingMessage> &outgoing = turn.delivery.outgoing;
    if (outgoing && outgoing->underWay) {
        turn.effects.push_back(StopSending{turn.channel.id});
        outgoing->underWay = false;
    }
    startAfresh(turn);
}

void take(Work &work, const ChannelsChanged &change)
{
    std::set<QString> wanted;
    std::set<QString> fresh;
    for (const AlertChannel &channel : work.channels) {
        if (!channel.enabled)
            continue;
        wanted.insert(channel.id);
        const auto [it, added] = work.made.state.channels.try_emplace(channel.id);
        if (!added)
            continue;
        it->second.tally.from = work.moment.now;
        fresh.insert(channel.id);
    }
    stopOthers(work, wanted);
    work.forEach([&](Turn &turn) {
        forgetUnwanted(turn);
        if (fresh.contains(turn.channel.id))
            remember(turn);
        if (change.renewed.contains(turn.channel.id))
            renew(turn);
    });
}

void stand(DeliveryState &state, const Alert &alert)
{
    if (state.standing.size() < size_t{kMostStanding})
        state.standing.insert_or_assign(alertKey(alert), alert);
    else
        ++state.standingLeftOut;
    if (alert.kind == AlertKind::AwayFromPrimary)
        state.awaySince = alert.since - kAwayTooLong;
}

void take(Work &work, const AlertsRemembered &before)
{
    DeliveryState &state = work.made.state;
    for (const Alert &alert : before.alerts) {
        stand(state, alert);
        if (state.remembered.size() < size_t{kMostStanding})
            state.remembered.insert_or_assign(alertKey(alert), alert);
    }
    work.forEach([](Turn &turn) { remember(turn); });
}

void take(Work &work, const AlertAnnounced &said)
{
    work.made.state.lastSwitch = said.alert;
    work.forEach([&](Turn &turn) { announce(turn, said.alert); });
}

void take(Work &work, const AlertRaised &raised)
{
    stand(work.made.state, raised.alert);
    work.forEach([&](Turn &turn) { begin(turn, raised.alert); });
}

void take(Work &work, const AlertCleared &cleared)
{
    DeliveryState &state = work.made.state;
    if (state.standing.erase(alertKey(cleared.alert)) == 0 && state.standingLeftOut > 0)
        --state.standingLeftOut;
    state.remembered.erase(alertKey(cleared.alert));
    if (cleared.alert.kind == AlertKind::AwayFromPrimary) {
        work.forEach([](Turn &turn) { countAway(turn); });
        state.awaySince.reset();
    }
    work.forEach([&](Turn &turn) {
        end(turn, cleared.alert);
        if (cleared.alert.kind == AlertKind::OwnNetwork) // what could not be reached is tried at once
            turn.delivery.resumeAt = turn.delivery.waitAsked;
    });
}

void take(Work &work, const MessageSent &sent)
{
    work.forEach([&](Turn &turn) {
        if (turn.channel.id == sent.channel)
            takeOutcome(turn, sent);
    });
}

void take(Work &work, const ChannelProved &proved)
{
    work.forEach([&](Turn &turn) {
        if (turn.channel.id == proved.channel)
            startAfresh(turn);
    });
}

void take(Work &, const DeliveryDue &) {}

} // namespace

DeliveryStep step(DeliveryState state, const DeliveryInput &input, const std::vector<AlertChannel> &channels,
                  const DeliveryMoment &moment, const DeliveryPace &pace)
{
    Work work{{std::move(state), {}, {}}, channels, moment, pace};
    std::visit([&](const auto &what) { take(work, what); }, input);
    work.forEach([&](Turn &turn) {
        count(turn, input);
        planDigest(turn);
        settleCauses(turn);
        flush(turn);
        if (const std::optional<TimePoint> at = deadline(turn))
            work.made.wakeAt = std::min(work.made.wakeAt.value_or(*at), *at);
    });
    return std::move(work.made);
}

std::vector<ChannelSnapshot> channelSnapshots(const DeliveryState &state,
                                              const std::vector<AlertChannel> &channels)
{
    std::vector<ChannelSnapshot> made;
    for (const AlertChannel &channel : channels) {
        const auto known = state.channels.find(channel.id);
        if (known == state.channels.end())
            continue;
        const ChannelDelivery &delivery = known->second;
        made.push_back({channel.id, delivery.lastSent, delivery.failingSince, delivery.trouble,
                        int(delivery.waiting.size()) + delivery.leftOut + (delivery.outgoing ? 1 : 0)});
    }
    return made;
}

} // namespace qcc
