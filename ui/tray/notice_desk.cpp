// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/notice_desk.h"

#include "models/text/decision_text.h"
#include "ui/tray/tray_words.h"

namespace qcc {

namespace {

/// Between a switch and the event of it.
constexpr milliseconds kSameMoment{5'000};

bool isOf(const FailoverEvent &event, const Alert &alert)
{
    const FailoverEventType type =
        alert.kind == AlertKind::Recovery ? FailoverEventType::Recovery : FailoverEventType::Failover;
    return event.type == type && event.success && event.from == alert.from && event.to == alert.to &&
           std::chrono::abs(event.at - alert.since) < kSameMoment;
}

NoticeFilter filterOf(const Preferences &preferences)
{
    NoticeFilter filter{preferences.silenced, std::nullopt};
    if (preferences.quietHours.on)
        filter.quiet = QuietTime{preferences.quietHours.from, preferences.quietHours.to};
    return filter;
}

} // namespace

NoticeDesk::NoticeDesk(InstanceDoor &door, DesktopDoor &desktop, Clock clock, QObject *parent)
    : QObject(parent), m_door(door), m_desktop(desktop), m_clock(std::move(clock))
{
    m_quietEnd.setSingleShot(true);
    connect(&m_quietEnd, &QTimer::timeout, this, &NoticeDesk::refresh);
    connect(&door, &InstanceDoor::snapshotChanged, this, &NoticeDesk::refresh);
    connect(&door, &InstanceDoor::stateChanged, this, &NoticeDesk::refresh);
    connect(&door, &InstanceDoor::announced, this,
            [this](const Alert &alert) { take(AnnouncedAlert{alert}); });
    connect(&door, &InstanceDoor::eventHappened, this, &NoticeDesk::onEvent);
    connect(&desktop, &DesktopDoor::preferencesChanged, this, &NoticeDesk::refresh);
}

/// An instance that has ended takes its conditions along; while one is looked for, they stay as told.
void NoticeDesk::refresh()
{
    const FailoverSnapshot &failover = m_door.snapshot().failover;
    if (m_door.isReachable())
        take(StandingAlerts{failover.alerts, failover.active, failover.activeSince});
    else if (m_door.state().link == InstanceLink::Lost)
        take(StandingAlerts{{}, failover.active, failover.activeSince});
}

void NoticeDesk::take(const NoticeInput &input)
{
    const NoticeFilter filter = filterOf(m_desktop.preferences());
    NoticeStep made = step(std::move(m_state), input, filter, localTime());
    m_state = std::move(made.state);
    armQuietEnd(filter);
    for (const NoticeEffect &effect : made.effects)
        perform(effect);
}

void NoticeDesk::perform(const NoticeEffect &effect)
{
    if (const auto *show = std::get_if<ShowNotice>(&effect))
        tell(show->notice, true);
    else if (const auto *update = std::get_if<UpdateNotice>(&effect))
        tell(update->notice, false);
    else
        Q_EMIT noticeWithdrawn(std::get<WithdrawNotice>(effect).key);
}

void NoticeDesk::tell(const Notice &notice, bool isNews)
{
    Notice told = notice;
    if (told.alert.detail.isEmpty())
        told.alert.detail = reasonOf(told.alert);
    NoticeMessage message = messageOf(told, m_clock());
    message.isNews = isNews;
    Q_EMIT noticeShown(message);
}

QString NoticeDesk::reasonOf(const Alert &alert) const
{
    return m_lastEvent && isOf(*m_lastEvent, alert) ? reasonLine(*m_lastEvent) : QString();
}

void NoticeDesk::onEvent(const FailoverEvent &event)
{
    m_lastEvent = event;
    for (const auto &[key, shown] : m_state) {
        if (!shown.closed && isOf(event, shown.notice.alert))
            tell(shown.notice, false);
    }
}

void NoticeDesk::retranslate()
{
    for (const auto &[key, shown] : m_state) {
        if (!shown.closed)
            tell(shown.notice, false);
    }
}

void NoticeDesk::closed(const QString &key)
{
    take(ClosedNotice{key});
}

void NoticeDesk::actionInvoked(const QString &key, const QString &action)
{
    const auto shown = m_state.find(key);
    const std::optional<NoticeButton> button = noticeButtonFromWord(action);
    if (shown != m_state.end() && button)
        obey(*button, Alert(shown->second.notice.alert));
}

void NoticeDesk::obey(NoticeButton button, const Alert &alert)
{
    switch (button) {
    case NoticeButton::Open:
        Q_EMIT openRequested();
        return;
    case NoticeButton::SwitchBack:
        switchBack(alert);
        return;
    case NoticeButton::Why:
        Q_EMIT whyRequested(alert);
        return;
    case NoticeButton::Pause:
        Q_EMIT pauseRequested(true);
        return;
    case NoticeButton::CheckNow:
        checkNow();
        return;
    }
}

void NoticeDesk::switchBack(const Alert &alert)
{
    m_door.switchConfig({alert.from, QString(), std::nullopt},
                        [self = QPointer(this)](const Result<Done> &result) {
                            if (self && !result.ok())
                                Q_EMIT self->refused(result.refusal());
                        });
}

void NoticeDesk::checkNow()
{
    m_door.check(QString(), [self = QPointer(this)](const Result<std::vector<CheckReport>> &result) {
        if (self && !result.ok())
            Q_EMIT self->refused(result.refusal());
    });
}

/// What still stands when the quiet hours end is told then.
void NoticeDesk::armQuietEnd(const NoticeFilter &filter)
{
    m_quietEnd.stop();
    const QTime now = localTime();
    if (!filter.quiet || !filter.quiet->contains(now))
        return;
    constexpr milliseconds kDay{24 * 60 * 60 * 1000};
    const milliseconds left{now.msecsTo(filter.quiet->to)};
    m_quietEnd.start(left > milliseconds(0) ? left : left + kDay);
}

QTime NoticeDesk::localTime() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock().time_since_epoch().count()).time();
}

} // namespace qcc
