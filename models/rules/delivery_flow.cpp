// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/delivery_parts.h"

namespace qcc::delivery {

namespace {

void start(Turn &turn)
{
    OutgoingMessage &outgoing = *turn.delivery.outgoing;
    outgoing.underWay = true;
    outgoing.ticket = ++turn.state.lastTicket;
    turn.effects.push_back(SendMessage{turn.channel.id, outgoing.ticket, outgoing.message});
}

/// What ended while its message could not be sent is told with its end.
void refresh(Turn &turn, OutgoingMessage &outgoing)
{
    for (size_t i = 0; i < outgoing.parts.size(); ++i) {
        WaitingHappening &part = outgoing.parts[i];
        const auto cause = turn.delivery.causes.find(part.cause);
        if (part.isEnd || cause == turn.delivery.causes.end())
            continue;
        part.what = cause->second.what;
        if (const auto &ended = cause->second.endedAt; ended && turn.now >= *ended + turn.pace.calm) {
            part.what.ended = ended;
            part.cause.clear();
            turn.delivery.causes.erase(cause);
        }
        outgoing.message.happenings[i] = part.what;
    }
}

bool mayGoOn(const Turn &turn, const OutgoingMessage &outgoing)
{
    if (outgoing.message.form == AlertMessageForm::Digest)
        return mayGo(turn, false);
    return std::all_of(outgoing.parts.begin(), outgoing.parts.end(),
                       [&](const WaitingHappening &part) { return mayGo(turn, part.what.critical); });
}

bool criticalIsReady(const Turn &turn)
{
    const auto &waiting = turn.delivery.waiting;
    return std::any_of(waiting.begin(), waiting.end(), [&](const WaitingHappening &one) {
        return one.what.critical && one.notBefore <= turn.now;
    });
}

/// Takes back what waits for its next try.
void putBack(Turn &turn)
{
    ChannelDelivery &delivery = turn.delivery;
    OutgoingMessage taken = std::move(*delivery.outgoing);
    delivery.outgoing.reset();
    if (taken.message.form == AlertMessageForm::Digest) {
        returnDigest(turn, taken.message.digest);
        return;
    }
    delivery.leftOut += taken.message.leftOut;
    std::vector<WaitingHappening> newer = std::move(delivery.waiting);
    delivery.waiting.clear();
    for (WaitingHappening &part : taken.parts) {
        part.triedSince = taken.since;
        enqueue(turn, std::move(part));
    }
    for (WaitingHappening &waiting : newer)
        enqueue(turn, std::move(waiting));
}

/// What is ready and may go; what is ready and may not is held from now on.
std::vector<size_t> sendable(Turn &turn)
{
    std::vector<size_t> found;
    for (size_t i = 0; i < turn.delivery.waiting.size(); ++i) {
        WaitingHappening &waiting = turn.delivery.waiting[i];
        if (waiting.notBefore > turn.now)
            continue;
        if (mayGo(turn, waiting.what.critical))
            found.push_back(i);
        else
            waiting.held = true;
    }
    return found;
}

bool toBeSummedUp(const ChannelDelivery &delivery, const std::vector<size_t> &which)
{
    return delivery.leftOut > 0 || which.size() > size_t{kMostSingly} ||
           std::any_of(which.begin(), which.end(), [&](size_t i) { return delivery.waiting[i].held; });
}

/// The first critical one, else the first.
std::vector<size_t> oneOf(const ChannelDelivery &delivery, const std::vector<size_t> &which)
{
    const auto critical =
        std::find_if(which.begin(), which.end(), [&](size_t i) { return delivery.waiting[i].what.critical; });
    return {critical == which.end() ? which.front() : *critical};
}

OutgoingMessage compose(Turn &turn, const std::vector<size_t> &which)
{
    ChannelDelivery &delivery = turn.delivery;
    OutgoingMessage made;
    made.since = turn.now;
    made.message.leftOut = std::exchange(delivery.leftOut, 0);
    for (auto it = which.rbegin(); it != which.rend(); ++it) {
        made.parts.insert(made.parts.begin(), std::move(delivery.waiting[*it]));
        delivery.waiting.erase(delivery.waiting.begin() + std::ptrdiff_t(*it));
    }
    for (const WaitingHappening &part : made.parts) {
        made.message.happenings.push_back(part.what);
        made.since = std::min(made.since, part.triedSince.value_or(made.since));
    }
    const bool single = made.parts.size() == 1 && made.message.leftOut == 0;
    if (single && made.parts.front().isEnd)
        made.message.form = AlertMessageForm::End;
    else if (!single)
        made.message.form = AlertMessageForm::Summary;
    return made;
}

void sendNext(Turn &turn)
{
    ChannelDelivery &delivery = turn.delivery;
    const std::vector<size_t> which = sendable(turn);
    if (isPausing(turn))
        return;
    if (!which.empty()) {
        const bool all = toBeSummedUp(delivery, which);
        delivery.outgoing = compose(turn, all ? which : oneOf(delivery, which));
        start(turn);
    } else if (digestIsDue(turn) && mayGo(turn, false)) {
        delivery.outgoing = OutgoingMessage{};
        delivery.outgoing->since = turn.now;
        delivery.outgoing->message = takeDigest(turn);
        start(turn);
    }
}

void forgetLastHour(Turn &turn)
{
    std::erase_if(turn.delivery.arrived,
                  [&](TimePoint at) { return at > turn.now || at + std::chrono::hours{1} <= turn.now; });
}

} // namespace

void enqueue(Turn &turn, WaitingHappening waiting)
{
    ChannelDelivery &delivery = turn.delivery;
    if (waiting.what.critical) // does not sit out a long pause, unless its service asks for one
        delivery.resumeAt =
            std::min(delivery.resumeAt, std::max(delivery.waitAsked, turn.now + turn.pace.firstPause));
    delivery.waiting.push_back(std::move(waiting));
    if (delivery.waiting.size() <= size_t{kMostWaiting})
        return;
    auto victim = std::find_if(delivery.waiting.begin(), delivery.waiting.end(),
                               [](const WaitingHappening &one) { return !one.what.critical; });
    if (victim == delivery.waiting.end())
        victim = delivery.waiting.begin();
    markUntold(turn, *victim);
    delivery.waiting.erase(victim);
    ++delivery.leftOut;
}

void flush(Turn &turn)
{
    forgetLastHour(turn);
    std::optional<OutgoingMessage> &outgoing = turn.delivery.outgoing;
    if (outgoing && outgoing->underWay)
        return;
    if (outgoing && (!mayGoOn(turn, *outgoing) || (!outgoing->message.isCritical() && criticalIsReady(turn))))
        putBack(turn);
    if (!outgoing) {
        sendNext(turn);
    } else if (!isPausing(turn)) {
        refresh(turn, *outgoing);
        start(turn);
    }
}

} // namespace qcc::delivery
