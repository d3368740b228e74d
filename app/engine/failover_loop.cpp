// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/failover_loop.h"

#include <QRandomGenerator>

namespace qcc {

namespace {

constexpr milliseconds kSoonest{1};     ///< a deadline in the past is due at once, but from the event loop
constexpr milliseconds kLatest{10'000}; ///< a coarse timer is late in proportion; looking early harms nothing
constexpr size_t kMaxAnnouncements = 64; ///< waiting for their event to be stored

QString newEventId()
{
    return QString::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, QLatin1Char('0'));
}

/// A key that was refused before the restart is tried anew: nobody knows what was changed meanwhile.
void tryKeysAgain(EndpointStates &endpoints, TimePoint now)
{
    for (auto &[id, endpoint] : endpoints) {
        if (endpoint.key != KeyState::Ok)
            endpoint.keyRetryAt = now;
    }
}

} // namespace

FailoverLoop::FailoverLoop(const EngineClock &clock, SharedSettings settings)
    : m_clock(clock), m_settings(std::move(settings)),
      m_hasKey([this](const EndpointId &id) { return m_settings->keys.contains(id); }),
      m_next([this] { apply(TimePassed{}); }), m_save([this] { save(); })
{
}

void FailoverLoop::begin(RememberedState remembered)
{
    const QString inFile = m_settings->settings.activeConfig;
    SettingsChanged first;
    if (remembered.state) {
        m_state = std::move(*remembered.state);
        if (isChosenInFile(m_state, inFile, remembered.activeBefore))
            first.activeByHand = inFile;
        tryKeysAgain(m_state.endpoints, m_clock.now());
    } else {
        m_state.active = inFile;
        m_state.activeSince = m_clock.now();
    }
    m_state.activeInFile = inFile;
    for (const auto &[id, state] : m_state.endpoints) {
        if (!m_settings->settings.ownerOf(id))
            first.forgotten.push_back(id);
    }
    apply(first);
}

void FailoverLoop::settingsChanged(const SharedSettings &settings, const std::vector<EndpointId> &forgotten,
                                   const std::optional<Rename> &renamed,
                                   const std::optional<QString> &activeByHand)
{
    m_settings = settings;
    apply(SettingsChanged{forgotten, renamed, activeByHand});
}

QString FailoverLoop::apply(const FailoverInput &input)
{
    FailoverStep next = step(std::move(m_state), setup(), input, m_clock.now());
    m_state = std::move(next.state);
    const QString event = carryOut(next.effects);
    rearm();
    if (!m_save.isSet())
        m_save.set(kSaveAfter);
    return event;
}

void FailoverLoop::fileNames(const QString &config)
{
    m_state.activeInFile = config;
    if (!m_save.isSet())
        m_save.set(kSaveAfter);
}

void FailoverLoop::attemptStarted(const EndpointId &endpoint)
{
    m_state.endpoints[endpoint].breaker.admit(m_clock.now());
}

QString FailoverLoop::carryOut(const std::vector<FailoverEffect> &effects)
{
    QString event;
    for (const FailoverEffect &effect : effects) {
        if (const auto *activate = std::get_if<ActivateConfig>(&effect))
            Q_EMIT activeChanged(activate->config);
        else if (const auto *recorded = std::get_if<RecordEvent>(&effect))
            event = record(recorded->event, effects);
        else if (const auto *raised = std::get_if<RaiseAlert>(&effect))
            Q_EMIT alertRaised(raised->alert);
        else if (const auto *cleared = std::get_if<ClearAlert>(&effect))
            Q_EMIT alertCleared(cleared->alert);
        else if (const auto *check = std::get_if<CheckNow>(&effect))
            Q_EMIT checkWanted(check->endpoints);
    }
    return event;
}

/// Announcements are made in the same step as their event, and are held back until that is stored.
QString FailoverLoop::record(FailoverEvent event, const std::vector<FailoverEffect> &effects)
{
    event.id = newEventId();
    std::vector<Alert> alerts;
    for (const FailoverEffect &effect : effects) {
        if (const auto *announce = std::get_if<Announce>(&effect))
            alerts.push_back(announce->alert);
    }
    if (m_announcements.size() >= kMaxAnnouncements)
        m_announcements.erase(m_announcements.begin());
    m_announcements.emplace(event.id, std::move(alerts));
    m_save.clear(); // it is stored with the event
    Q_EMIT eventDecided(event, remembered());
    return event.id;
}

void FailoverLoop::committed(const FailoverEvent &event)
{
    const auto waiting = m_announcements.extract(event.id);
    if (!waiting)
        return;
    for (const Alert &alert : waiting.mapped())
        Q_EMIT announced(alert);
}

void FailoverLoop::rearm()
{
    const TimePoint now = m_clock.now();
    if (const std::optional<TimePoint> due = nextDeadline(m_state, setup(), now))
        m_next.set(std::clamp(*due - now, kSoonest, kLatest));
    else
        m_next.clear();
}

void FailoverLoop::save()
{
    m_save.clear();
    Q_EMIT stateChanged(remembered());
}

} // namespace qcc
