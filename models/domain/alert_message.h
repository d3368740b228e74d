// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"

#include <map>
#include <vector>

namespace qcc {

enum class AlertMessageForm {
    News,    ///< one happening, as it happens
    End,     ///< of one condition whose beginning was told
    Summary, ///< of what was held back
    Digest,  ///< of a day or week
    Test     ///< a person tries the channel
};

/// What is told of one alert.
struct AlertHappening
{
    Alert alert;
    TimePoint at;                   ///< when it was noticed
    std::optional<TimePoint> ended; ///< a condition's end, if that is told too
    bool critical = false;          ///< may be sent at any time of the day
    bool operator==(const AlertHappening &) const = default;
};

/// What was seen in a day or week.
struct DigestFacts
{
    TimePoint from; ///< since when it was counted
    TimePoint to;
    int failovers = 0;
    int recoveries = 0;
    std::map<AlertKind, int> raised; ///< of conditions
    milliseconds away{};             ///< from the primary group, of what lasted at least …
    milliseconds shortestAway{};     ///< that
    std::optional<Alert> lastSwitch; ///< that was announced; a person's own are not
    std::vector<Alert> stands;       ///< now, oldest first
    int standsLeftOut = 0;
    bool operator==(const DigestFacts &) const = default;
};

/// One message to a channel, not yet in words (models/text/alert_message_text.h).
struct AlertMessage
{
    AlertMessageForm form = AlertMessageForm::News;
    std::vector<AlertHappening> happenings; ///< News, End: one; Summary: in their order
    int leftOut = 0;                        ///< Summary: older ones that had no room
    DigestFacts digest;                     ///< Digest
    bool isCritical() const
    {
        for (const AlertHappening &happening : happenings) {
            if (happening.critical)
                return true;
        }
        return false;
    }
    bool operator==(const AlertMessage &) const = default;
};

} // namespace qcc
