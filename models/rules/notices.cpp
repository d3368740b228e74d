// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/notices.h"

#include <algorithm>

namespace qcc {

namespace {

bool isSwitch(const Alert &alert)
{
    return alert.kind == AlertKind::Failover || alert.kind == AlertKind::Recovery;
}

std::vector<NoticeButton> buttonsOf(const Alert &alert)
{
    switch (alert.kind) {
    case AlertKind::Failover:
        if (alert.from.isEmpty())
            return {NoticeButton::Open, NoticeButton::Why, NoticeButton::Pause};
        return {NoticeButton::Open, NoticeButton::SwitchBack, NoticeButton::Why, NoticeButton::Pause};
    case AlertKind::AllDown:
    case AlertKind::NoFallback:
        return {NoticeButton::Open, NoticeButton::CheckNow, NoticeButton::Why};
    case AlertKind::OwnNetwork:
        return {NoticeButton::Open, NoticeButton::CheckNow};
    case AlertKind::Recovery:
    case AlertKind::AwayFromPrimary:
        return {NoticeButton::Open, NoticeButton::Why};
    case AlertKind::HourlyLimit:
        return {NoticeButton::Open, NoticeButton::Why, NoticeButton::Pause};
    case AlertKind::KeyRejected:
    case AlertKind::OutOfCredit:
    case AlertKind::HistoryUnavailable:
        return {NoticeButton::Open};
    }
    Q_UNREACHABLE();
}

Notice noticeOf(const Alert &alert)
{
    return {alert, urgencyOf(alert.kind), buttonsOf(alert)};
}

bool mayCome(const Notice &notice, const NoticeFilter &filter, QTime local)
{
    return notice.urgency == NoticeUrgency::Critical || !filter.quiet || !filter.quiet->contains(local);
}

/// What a person wants to be told of what stands, by key.
std::map<QString, Notice> wanted(const std::vector<Alert> &alerts, const NoticeFilter &filter)
{
    std::map<QString, Notice> found;
    Notice *alone = nullptr;
    for (const Alert &alert : alerts) {
        if (isSwitch(alert) || filter.silenced.contains(alert.kind))
            continue;
        Notice &notice = found[noticeKey(alert)] = noticeOf(alert);
        if (alert.kind == AlertKind::NoFallback)
            alone = &notice;
    }
    Alert down;
    down.kind = AlertKind::AllDown;
    if (alone && found.erase(noticeKey(down)) > 0)
        alone->urgency = NoticeUrgency::Critical;
    return found;
}

void withdraw(NoticeStep &made, NoticeState::iterator shown)
{
    made.effects.push_back(WithdrawNotice{shown->first});
    made.state.erase(shown);
}

/// Another config than it told of is active now. Snapshots are not sent for each change: the one in which its
/// config was active may have been left out.
bool isPast(ShownNotice &shown, const StandingAlerts &standing)
{
    const Alert &alert = shown.notice.alert;
    const bool there = alert.to == standing.active;
    const bool past = !there && (shown.arrived || standing.activeSince > alert.since);
    shown.arrived = shown.arrived || there;
    return past;
}

void withdrawWhatIsOver(NoticeStep &made, const StandingAlerts &standing, const NoticeFilter &filter,
                        const std::map<QString, Notice> &still)
{
    for (auto it = made.state.begin(); it != made.state.end();) {
        const auto shown = it++;
        const Alert &alert = shown->second.notice.alert;
        const bool over = isSwitch(alert)
                              ? filter.silenced.contains(alert.kind) || isPast(shown->second, standing)
                              : !still.contains(shown->first);
        if (over)
            withdraw(made, shown);
    }
}

void update(NoticeStep &made, ShownNotice &shown, const Notice &notice)
{
    if (shown.notice == notice)
        return;
    const bool worse = notice.urgency > shown.notice.urgency;
    shown.notice = notice;
    if (worse)
        shown.closed = false;
    if (!shown.closed)
        made.effects.push_back(UpdateNotice{notice});
}

bool hasRoom(const NoticeState &state, const Notice &notice)
{
    return notice.urgency == NoticeUrgency::Critical || state.size() < size_t{kMostNotices};
}

void follow(NoticeStep &made, const StandingAlerts &standing, const NoticeFilter &filter, QTime local)
{
    const std::map<QString, Notice> still = wanted(standing.alerts, filter);
    withdrawWhatIsOver(made, standing, filter, still);
    for (const auto &[key, notice] : still) {
        const auto shown = made.state.find(key);
        if (shown != made.state.end()) {
            update(made, shown->second, notice);
        } else if (mayCome(notice, filter, local) && hasRoom(made.state, notice)) {
            made.state[key] = {notice};
            made.effects.push_back(ShowNotice{notice});
        }
    }
}

/// What is said once does not wait: there is always room for it.
void announce(NoticeStep &made, const Alert &alert, const NoticeFilter &filter, QTime local)
{
    const Notice notice = noticeOf(alert);
    const QString key = noticeKey(alert);
    if (!filter.silenced.contains(alert.kind) && mayCome(notice, filter, local)) {
        made.state[key] = {notice};
        made.effects.push_back(ShowNotice{notice});
    } else if (const auto shown = made.state.find(key); shown != made.state.end()) {
        withdraw(made, shown);
    }
}

} // namespace

bool QuietTime::contains(QTime time) const
{
    if (from < to)
        return from <= time && time < to;
    return time >= from || time < to;
}

NoticeStep step(NoticeState state, const NoticeInput &input, const NoticeFilter &filter, QTime local)
{
    NoticeStep made{std::move(state), {}};
    if (const auto *standing = std::get_if<StandingAlerts>(&input)) {
        follow(made, *standing, filter, local);
    } else if (const auto *said = std::get_if<AnnouncedAlert>(&input)) {
        announce(made, said->alert, filter, local);
    } else if (const auto shown = made.state.find(std::get<ClosedNotice>(input).key);
               shown != made.state.end()) {
        shown->second.closed = true;
    }
    return made;
}

} // namespace qcc
