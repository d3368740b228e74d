// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/delivery_parts.h"

namespace qcc::delivery {

namespace {

constexpr double kJitterShare = 0.2; ///< a pause is so much longer or shorter

/// 0 … 1. The numbers are those of Numerical Recipes' quick generator.
double roll(quint32 &dice)
{
    dice = dice * 1664525u + 1013904223u;
    return double(dice >> 8) / double(1u << 24);
}

milliseconds pauseAfter(int failures, const DeliveryPace &pace, double chance)
{
    milliseconds pause = pace.firstPause;
    for (int i = 1; i < failures && pause < pace.longestPause; ++i)
        pause *= 2;
    const double share = 1.0 - kJitterShare + 2.0 * kJitterShare * chance;
    return milliseconds{qint64(double(std::min(pause, pace.longestPause).count()) * share)};
}

void markTold(Turn &turn, const WaitingHappening &part)
{
    const auto cause = turn.delivery.causes.find(part.cause);
    if (!part.isEnd && cause != turn.delivery.causes.end())
        cause->second.stage = DeliveryCause::Stage::Told;
}

void takeSuccess(Turn &turn)
{
    ChannelDelivery &delivery = turn.delivery;
    for (const WaitingHappening &part : delivery.outgoing->parts)
        markTold(turn, part);
    delivery.outgoing.reset();
    delivery.arrived.push_back(turn.now);
    delivery.lastSent = turn.now;
    startAfresh(turn);
}

bool isHopeless(const Turn &turn, const OutgoingMessage &outgoing, SendEnd end)
{
    return end == SendEnd::Refused || outgoing.answers >= turn.pace.mostTries ||
           turn.now - outgoing.since >= turn.pace.giveUpAfter;
}

void takeFailure(Turn &turn, const SendOutcome &outcome)
{
    ChannelDelivery &delivery = turn.delivery;
    ++delivery.failures;
    if (!delivery.failingSince)
        delivery.failingSince = turn.now;
    delivery.trouble = outcome.trouble;
    delivery.waitAsked =
        turn.now + std::min(outcome.retryAfter.value_or(milliseconds{0}), turn.pace.longestRetryAfter);
    delivery.resumeAt = std::max(delivery.waitAsked,
                                 turn.now + pauseAfter(delivery.failures, turn.pace, roll(turn.state.dice)));
    if (outcome.end != SendEnd::Unreachable)
        ++delivery.outgoing->answers;
    if (!isHopeless(turn, *delivery.outgoing, outcome.end))
        return;
    for (const WaitingHappening &part : delivery.outgoing->parts)
        markUntold(turn, part);
    delivery.outgoing.reset();
    ++delivery.givenUp;
}

} // namespace

void takeOutcome(Turn &turn, const MessageSent &sent)
{
    std::optional<OutgoingMessage> &outgoing = turn.delivery.outgoing;
    if (!outgoing || !outgoing->underWay || outgoing->ticket != sent.ticket)
        return;
    outgoing->underWay = false;
    if (sent.outcome.end == SendEnd::Arrived)
        takeSuccess(turn);
    else
        takeFailure(turn, sent.outcome);
}

void startAfresh(Turn &turn)
{
    ChannelDelivery &delivery = turn.delivery;
    delivery.failures = 0;
    delivery.resumeAt = {};
    delivery.waitAsked = {};
    delivery.failingSince.reset();
    delivery.trouble.clear();
    delivery.givenUp = 0;
}

} // namespace qcc::delivery
