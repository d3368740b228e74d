// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of alert_delivery.h's step(). For its sources only.
#pragma once

#include "models/rules/alert_delivery.h"

namespace qcc::delivery {

/// One channel's turn within a step.
struct Turn
{
    DeliveryState &state;
    std::vector<DeliveryEffect> &effects;
    const AlertChannel &channel;
    ChannelDelivery &delivery;
    const DeliveryMoment &moment;
    const DeliveryPace &pace;
    TimePoint now; ///< moment.now
};

/// By kind and subject.
QString alertKey(const Alert &alert);
/// AllDown and NoFallback are one cause.
QString causeKey(const Alert &alert);
bool isCritical(const Alert &alert, const std::map<QString, Alert> &standing);

// delivery_causes.cpp: what is to be told.
void announce(Turn &turn, const Alert &alert);
void begin(Turn &turn, const Alert &alert);
void end(Turn &turn, const Alert &alert);
/// Those that were told by a process before.
void remember(Turn &turn);
/// Ends that have lasted.
void settleCauses(Turn &turn);
void forgetUnwanted(Turn &turn);
/// A message was given up: the end of what it told of is no news.
void markUntold(Turn &turn, const WaitingHappening &part);

// delivery_flow.cpp: what is sent now.
void flush(Turn &turn);
/// Without room the oldest ordinary one is only counted.
void enqueue(Turn &turn, WaitingHappening waiting);

// delivery_outcome.cpp: what became of it.
void takeOutcome(Turn &turn, const MessageSent &sent);
/// Failures before don't count.
void startAfresh(Turn &turn);

// delivery_deadline.cpp: when.
bool isQuiet(const Turn &turn);
/// Within quiet hours and the hourly limit.
bool mayGo(const Turn &turn, bool critical);
/// After a failure.
bool isPausing(const Turn &turn);
/// When something can happen next. None: nothing waits for time.
std::optional<TimePoint> deadline(const Turn &turn);

// delivery_digest.cpp
void planDigest(Turn &turn);
bool digestIsDue(const Turn &turn);
/// Its facts; the counting begins anew.
AlertMessage takeDigest(Turn &turn);
/// It was not sent after all.
void returnDigest(Turn &turn, const DigestFacts &facts);
void count(Turn &turn, const DeliveryInput &input);
/// Ends the time away from the primary group.
void countAway(Turn &turn);

} // namespace qcc::delivery
