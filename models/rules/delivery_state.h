// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"
#include "models/domain/alert_message.h"

#include <QDateTime>

namespace qcc {

/// What a channel may keep waiting; older ordinary ones beyond are only counted.
inline constexpr int kMostWaiting = 30;
/// What is sent one by one; more, and what was held back, is summed up in one message.
inline constexpr int kMostSingly = 5;
/// What is known to stand; more, if it is not critical, is only counted.
inline constexpr int kMostStanding = 200;

/// How messages are spaced. Tests change it, people don't.
struct DeliveryPace
{
    milliseconds settle{2'000};     ///< a beginning waits so long for what belongs to it
    milliseconds calm{60'000};      ///< an end counts once it has lasted; a beginning before that is no news
    milliseconds firstPause{5'000}; ///< after a failure; doubled by each further one …
    milliseconds longestPause{minutes{15}};                ///< … up to this, a fifth more or less
    milliseconds longestRetryAfter{std::chrono::hours{1}}; ///< that is believed
    milliseconds giveUpAfter{std::chrono::hours{24}};      ///< since the first try
    int mostTries = 10;      ///< that its service has answered; being unreachable isn't counted
    int mostAnHour = 20;     ///< messages that arrive, digests among them
    int keptForCritical = 5; ///< of these
};

/// One happening that is to be told.
struct WaitingHappening
{
    AlertHappening what;
    bool isEnd = false;
    QString cause; ///< causeKey(); empty: announced once
    TimePoint notBefore;
    bool held = false;                     ///< by quiet hours or the limit: told in a summary
    std::optional<TimePoint> triedSince{}; ///< it was taken back from a message that did not arrive
    bool operator==(const WaitingHappening &) const = default;
};

/// A condition as one channel knows it. A condition that begins again within DeliveryPace::calm is the same.
///
///   Waiting --sent--> Told --ended, calm--> (its end is told)
///      |  \--ended, calm--> (dropped if it was shorter than calm; else told with its end, in one)
///      \--given up, no room--> Untold --ended, calm--> (forgotten)
struct DeliveryCause
{
    enum class Stage { Waiting, Told, Untold };
    AlertHappening what;
    Stage stage = Stage::Waiting;
    std::optional<TimePoint> endedAt;
    bool operator==(const DeliveryCause &) const = default;
};

/// The message that is sent, or tried again.
struct OutgoingMessage
{
    AlertMessage message;
    std::vector<WaitingHappening> parts; ///< what it tells
    quint64 ticket = 0;                  ///< of the try
    bool underWay = false;
    TimePoint since; ///< of the first try
    int answers = 0; ///< failures that its service told
    bool operator==(const OutgoingMessage &) const = default;
};

/// What was seen since the last digest.
struct DigestTally
{
    TimePoint from;
    int failovers = 0;
    int recoveries = 0;
    std::map<AlertKind, int> raised;
    milliseconds away{};
    bool operator==(const DigestTally &) const = default;
};

struct ChannelDelivery
{
    std::map<QString, DeliveryCause> causes; ///< by causeKey()
    std::vector<WaitingHappening> waiting;
    int leftOut = 0; ///< had no room since the last summary
    std::optional<OutgoingMessage> outgoing;
    std::vector<TimePoint> arrived; ///< within the last hour
    int failures = 0;               ///< in a row
    TimePoint resumeAt;             ///< after a failure: the next try …
    TimePoint waitAsked;            ///< … and when its service permits one
    std::optional<TimePoint> lastSent;
    std::optional<TimePoint> failingSince;
    QString trouble;
    int givenUp = 0; ///< messages, while failing
    DigestTally tally;
    DigestPace digestPace = DigestPace::None; ///< that nextDigest is reckoned with
    QTime digestAt;
    QDateTime nextDigest; ///< on the person's clock, see DeliveryMoment
    bool operator==(const ChannelDelivery &) const = default;
};

/// Nothing of it outlives the process.
struct DeliveryState
{
    std::map<QString, ChannelDelivery> channels; ///< the enabled ones, by id
    std::map<QString, Alert> standing;           ///< by kind and subject
    std::map<QString, Alert> remembered;         ///< of those, from before this process
    int standingLeftOut = 0;
    std::optional<TimePoint> awaySince; ///< AwayFromPrimary stands: since when really
    std::optional<Alert> lastSwitch;    ///< that was announced
    quint64 lastTicket = 0;
    quint32 dice = 1; ///< for the jitter; any number
    bool operator==(const DeliveryState &) const = default;
};

} // namespace qcc
