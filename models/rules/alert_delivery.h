// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/delivery_state.h"
#include "models/rules/send_outcome.h"

#include <variant>

namespace qcc {

/// A moment, on the wall clock and as a clock on the person's wall shows it (with Qt::UTC as its formal zone,
/// so that reckoning with it needs none).
struct DeliveryMoment
{
    TimePoint now;
    QDateTime local;
};

/// Other channels are in force.
struct ChannelsChanged
{
    std::set<QString> renewed; ///< ids of those whose way or secrets are new: failures before don't count
};
/// They stood when the last process ended, and still do: they were told then.
struct AlertsRemembered
{
    std::vector<Alert> alerts;
};
struct AlertAnnounced
{
    Alert alert;
};
struct AlertRaised
{
    Alert alert;
};
struct AlertCleared
{
    Alert alert;
};
/// The end of a SendMessage.
struct MessageSent
{
    QString channel;
    quint64 ticket = 0;
    SendOutcome outcome;
};
/// A test message arrived there.
struct ChannelProved
{
    QString channel;
};
struct DeliveryDue
{
};
using DeliveryInput = std::variant<ChannelsChanged, AlertsRemembered, AlertAnnounced, AlertRaised,
                                   AlertCleared, MessageSent, ChannelProved, DeliveryDue>;

struct SendMessage
{
    QString channel;
    quint64 ticket = 0;
    AlertMessage message;
    bool operator==(const SendMessage &) const = default;
};
/// Break off what is under way there.
struct StopSending
{
    QString channel;
    bool operator==(const StopSending &) const = default;
};
using DeliveryEffect = std::variant<SendMessage, StopSending>;

struct DeliveryStep
{
    DeliveryState state;
    std::vector<DeliveryEffect> effects;
    std::optional<TimePoint> wakeAt; ///< when to say DeliveryDue; none: no need
};

/// Which alert goes to which channel, and when. One message per cause, and one for its end if the beginning
/// was told; conditions that come and go are one cause. What quiet hours or the hourly limit hold back is
/// told afterwards in one message. One message is under way per channel; what fails is tried again, ever more
/// slowly. "All configs down" and "no fallback" are one cause, as for notices.
DeliveryStep step(DeliveryState state, const DeliveryInput &input, const std::vector<AlertChannel> &channels,
                  const DeliveryMoment &moment, const DeliveryPace &pace = {});

/// Of the enabled channels, in their order. Its trouble is without DeliveryState's givenUp.
std::vector<ChannelSnapshot> channelSnapshots(const DeliveryState &state,
                                              const std::vector<AlertChannel> &channels);

} // namespace qcc
