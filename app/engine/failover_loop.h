// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/engine_clock.h"
#include "app/history/history_service.h"
#include "app/io/deadline.h"
#include "app/store/loaded_settings.h"
#include "models/rules/failover.h"

namespace qcc {

/// The control loop's shell: keeps the state, asks step() about everything that happens, and tells others
/// what is to be done. Decides nothing, and knows neither sockets nor files. Engine thread.
class FailoverLoop final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kSaveAfter{2'000}; ///< changes that no event brings are stored together

    /// @p clock must outlive it.
    FailoverLoop(const EngineClock &clock, SharedSettings settings);

    /// Takes over what a restart found, or the active config of the settings file, and takes its first look.
    /// Connect before.
    void begin(RememberedState remembered);

    /// @p renamed: by the command that brought the settings.
    void settingsChanged(const SharedSettings &settings, const std::vector<EndpointId> &forgotten,
                         const std::optional<Rename> &renamed, const std::optional<QString> &activeByHand);
    /// Gives the id of the event that it led to, or an empty text.
    QString apply(const FailoverInput &input);
    /// A request is being sent: it may be a half-open breaker's trial.
    void attemptStarted(const EndpointId &endpoint);

    const FailoverState &state() const { return m_state; }
    FailoverSetup setup() const { return {m_settings->settings, m_hasKey}; }
    /// The settings file names @p config as active: to be told from an edit by hand at the next start.
    void fileNames(const QString &config);
    /// The event is stored: what waited for that is said now.
    void committed(const FailoverEvent &event);
    /// The state as it is, to be stored.
    SharedState remembered() const { return std::make_shared<FailoverState>(m_state); }
    /// Has the state stored without waiting for more.
    void save();

Q_SIGNALS:
    void activeChanged(const QString &config);
    void eventDecided(const qcc::FailoverEvent &event, const qcc::SharedState &state);
    void announced(const qcc::Alert &alert);
    void alertRaised(const qcc::Alert &alert);
    void alertCleared(const qcc::Alert &alert);
    /// Empty: all.
    void checkWanted(const std::vector<qcc::EndpointId> &endpoints);
    void stateChanged(const qcc::SharedState &state);

private:
    QString carryOut(const std::vector<FailoverEffect> &effects);
    QString record(FailoverEvent event, const std::vector<FailoverEffect> &effects);
    void rearm();

    const EngineClock &m_clock;
    SharedSettings m_settings;
    std::function<bool(const EndpointId &)> m_hasKey;
    FailoverState m_state;
    std::map<QString, std::vector<Alert>> m_announcements; ///< by event id, until it is stored
    Deadline m_next;
    Deadline m_save;
};

} // namespace qcc
