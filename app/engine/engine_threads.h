// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/engine_room.h"
#include "app/health/network_watch.h"

#include <QThread>

namespace qcc {

class AlertCourier;
class HistoryService;
class StorageService;

/// The threads of a running instance: *engine* (proxy, upstream, control; epoll dispatcher on Linux) and
/// *storage* (files, secrets), *history* (the database: an event must not wait for a keyring) and *alerts*
/// (messages to people elsewhere: a slow service disturbs nobody). Owned by the main thread, which hears of
/// them by queued signals only. The home's InstanceLock must be held.
///
///   start() --files good, port free--> ready, listening … stop() --> stopping --> finished
///        |--files good, port taken, not EngineOptions::mustListen--> ready … (listening) …
///        \--otherwise--> failed --> finished
class EngineThreads final : public QObject
{
    Q_OBJECT
public:
    /// @p storage, which must outlive it: a thread to use in the place of an own one, while it is not
    /// running. A process that hosts one instance after the other gives all of them the same, because
    /// QtKeychain knows the thread that used it first for good (decision 0004).
    explicit EngineThreads(const EngineOptions &options, QThread *storage = nullptr);
    /// Waits for all of them.
    ~EngineThreads() override;

    void start();
    /// Graceful: finished() follows within the grace time.
    void stop();

Q_SIGNALS:
    /// The control socket is there: it can be asked and watched.
    void ready();
    /// Clients are taken there: after ready(), and again when a person has it so.
    void listening(const QString &url);
    void notListening(); ///< a person ended it
    void failed(const qcc::Refusal &refusal);
    void stopping(int runningRequests);
    void finished();
    void monitoring(qcc::seconds checkInterval);
    void requestNoted(const qcc::RequestRecord &record);
    /// A switch of the active config, or a failed attempt at one, once it is stored.
    void eventCommitted(const qcc::FailoverEvent &event);
    void announced(const qcc::Alert &alert);
    void alertRaised(const qcc::Alert &alert);
    void alertCleared(const qcc::Alert &alert);
    void historyUnavailable(const qcc::Refusal &refusal);
    void historyMended();
    /// The settings file can't tell of the active config.
    void saveFailed(const qcc::Refusal &refusal);
    void settingsLoaded(const qcc::SharedSettings &settings);
    void settingsBroken(const qcc::Refusal &refusal);
    void settingsMended();

private:
    void storageBroken(const Refusal &refusal);
    void storageLoaded(const SharedSettings &settings);
    void fail(const Refusal &refusal);

    void connectStorage();
    void connectHistory();
    void connectAlerts();
    void connectRoom();

    QThread m_ownStorageThread;
    QThread &m_storageThread;
    QThread m_historyThread;
    QThread m_engineThread;
    QThread m_alertsThread;
    StorageService *m_storage; ///< lives on the storage thread, and is deleted there
    HistoryService *m_history; ///< lives on the history thread, and is deleted there
    AlertCourier *m_courier;   ///< lives on the alerts thread, and is deleted there
    EngineRoom *m_room;        ///< lives on the engine's thread, and is deleted there
    NetworkWatch m_network;    ///< the system's word is heard on the main thread
    bool m_started = false;
    bool m_settled = false; ///< settings have been read once
};

} // namespace qcc
