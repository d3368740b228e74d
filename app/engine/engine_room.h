// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/alert_options.h"
#include "app/engine/engine.h"

#include <memory>

namespace qcc {

class ControlServer;

/// Where and how a running instance serves.
struct EngineOptions
{
    QString home;
    QString listenHost;
    quint16 listenPort = 0;
    ProxyLimits limits;
    HealthChecks checks = HealthChecks::On;
    HealthOptions health;
    AlertOptions alerts{};
    bool serve = true;      ///< takes clients from the start
    bool mustListen = true; ///< it ends where it can't; else it runs without serving, and says why
};

/// What stands on the engine's thread: the engine and the control socket, from the first settings to the end.
/// Other threads reach it by queued calls and hear of it by its signals.
class EngineRoom final : public QObject
{
    Q_OBJECT
public:
    explicit EngineRoom(const EngineOptions &options);
    ~EngineRoom() override;

public Q_SLOTS:
    /// The first settings and what the history remembers begin everything; later settings are adopted.
    void settingsLoaded(const qcc::SharedSettings &settings);
    void historyOpened(const qcc::RememberedState &remembered);
    void eventCommitted(const qcc::FailoverEvent &event);
    void historyUnavailable(const qcc::Refusal &refusal) { noteHistory(refusal); }
    void historyMended() { noteHistory(std::nullopt); }
    void settingsBroken(const qcc::Refusal &trouble) { noteSettings(trouble); }
    void settingsMended() { noteSettings(std::nullopt); }
    void tokenRenewed(const qcc::Result<qcc::SharedSecret> &token);
    void activeSaved(const QString &config);
    void activeNotSaved();
    void networkReported(bool up);
    void channelTested(quint64 ticket, const std::optional<qcc::Refusal> &failure);
    void channelSnapshots(const std::vector<qcc::ChannelSnapshot> &snapshots);
    void commandApplied(quint64 requestId, const qcc::Result<qcc::SharedSettings> &result);
    /// Graceful; stopped() follows.
    void stop();

Q_SIGNALS:
    /// The control socket is there.
    void ready();
    /// Clients are taken there: after ready(), and again when a person has it so.
    void listening(const QString &url);
    void notListening(); ///< a person ended it
    void failed(const qcc::Refusal &refusal);
    void commandGiven(std::shared_ptr<qcc::Command> command, quint64 requestId);
    void tokenWanted();
    /// Just before ready(): the control loop runs, with checks every @p checkInterval (0: none).
    void monitoring(qcc::seconds checkInterval);
    void requestNoted(const qcc::RequestRecord &record);
    void requestsFinished(const qcc::SharedRecords &records);
    void sampled(const qcc::HealthSample &sample);
    void activeChanged(const QString &config);
    void eventDecided(const qcc::FailoverEvent &event, const qcc::SharedState &state);
    /// At the start: conditions that stood when the last process ended.
    void alertsRemembered(const std::vector<qcc::Alert> &alerts);
    void announced(const qcc::Alert &alert);
    void alertRaised(const qcc::Alert &alert);
    void alertCleared(const qcc::Alert &alert);
    void historyAlertRaised(const qcc::Alert &alert);
    void historyAlertCleared(const qcc::Alert &alert);
    void channelsInForce(const qcc::SharedChannels &channels);
    void channelTestWanted(quint64 ticket, const qcc::SharedChannels &one);
    void stateChanged(const qcc::SharedState &state);
    void stopping(int runningRequests);
    void stopped();

private:
    void noteHistory(const std::optional<Refusal> &trouble);
    void noteSettings(const std::optional<Refusal> &trouble);
    void beginOnceAllIsHere();
    void begin(const SharedSettings &settings, RememberedState remembered);
    void tellOn(Engine &engine);

    EngineOptions m_options;
    SharedSettings m_firstSettings;
    std::optional<RememberedState> m_remembered;
    std::optional<Refusal> m_historyTrouble;
    std::optional<Refusal> m_settingsTrouble;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ControlServer> m_control;
};

} // namespace qcc
