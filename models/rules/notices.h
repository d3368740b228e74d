// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"
#include "models/rules/notice.h"

#include <QTime>

#include <map>
#include <set>
#include <variant>

namespace qcc {

/// At once, beside critical ones; more wait until one is over. A person with twenty rejected keys looks at
/// the window anyway.
inline constexpr int kMostNotices = 6;

/// The time of day from @p from until before @p to; may pass midnight. The same twice: the whole day.
struct QuietTime
{
    QTime from;
    QTime to;
    bool contains(QTime time) const;
    bool operator==(const QuietTime &) const = default;
};

/// What a person wants to be told.
struct NoticeFilter
{
    std::set<AlertKind> silenced;
    std::optional<QuietTime> quiet; ///< then only critical ones come; what is shown already stays
    bool operator==(const NoticeFilter &) const = default;
};

struct ShownNotice
{
    Notice notice;
    bool closed = false;  ///< by the person, or by time: not shown again for this cause
    bool arrived = false; ///< of a switch: a snapshot has told of the new active config
    bool operator==(const ShownNotice &) const = default;
};

/// What is shown now, by noticeKey().
using NoticeState = std::map<QString, ShownNotice>;

/// What is the case: the alerts that stand, and the active config.
struct StandingAlerts
{
    std::vector<Alert> alerts;
    QString active;
    TimePoint activeSince{};
};
/// Something that is said once: failover, recovery.
struct AnnouncedAlert
{
    Alert alert;
};
/// It is no longer on the screen.
struct ClosedNotice
{
    QString key;
};
using NoticeInput = std::variant<StandingAlerts, AnnouncedAlert, ClosedNotice>;

struct ShowNotice
{
    Notice notice; ///< in the place of one with the same key
    bool operator==(const ShowNotice &) const = default;
};
struct UpdateNotice
{
    Notice notice;
    bool operator==(const UpdateNotice &) const = default;
};
struct WithdrawNotice
{
    QString key;
    bool operator==(const WithdrawNotice &) const = default;
};
using NoticeEffect = std::variant<ShowNotice, UpdateNotice, WithdrawNotice>;

struct NoticeStep
{
    NoticeState state;
    std::vector<NoticeEffect> effects;
};

/// One notice per cause: shown when it begins, updated in place, withdrawn when it is over. A switch's notice
/// is over when another config has become active. Where nothing can take over, that is told instead of "all
/// configs are down": it is the same cause. @p local: the time of day where the person is.
NoticeStep step(NoticeState state, const NoticeInput &input, const NoticeFilter &filter, QTime local);

} // namespace qcc
