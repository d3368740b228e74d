// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/engine_room.h"

#include <QThread>

namespace qcc {

class StorageService;

/// The threads of a running instance: *engine* (proxy, upstream, control; epoll dispatcher on Linux) and
/// *storage* (files, secrets). Owned by the main thread, which hears of them by queued signals only. The
/// home's InstanceLock must be held.
///
///   start() --files good, port free--> listening … stop() --> stopping --> finished
///        \--otherwise--> failed --> finished
class EngineThreads final : public QObject
{
    Q_OBJECT
public:
    explicit EngineThreads(const EngineOptions &options);
    /// Waits for both threads.
    ~EngineThreads() override;

    void start();
    /// Graceful: finished() follows within the grace time.
    void stop();

Q_SIGNALS:
    void listening(const QString &url);
    void failed(const qcc::Refusal &refusal);
    void stopping(int runningRequests);
    void finished();
    void requestNoted(const qcc::RequestRecord &record);
    void settingsLoaded(const qcc::SharedSettings &settings);
    void settingsBroken(const qcc::Refusal &refusal);
    void settingsMended();

private:
    void storageBroken(const Refusal &refusal);
    void storageLoaded(const SharedSettings &settings);
    void fail(const Refusal &refusal);

    QThread m_storageThread;
    QThread m_engineThread;
    StorageService *m_storage; ///< lives on the storage thread, and is deleted there
    EngineRoom *m_room;        ///< lives on the engine's thread, and is deleted there
    bool m_started = false;
    bool m_settled = false; ///< settings have been read once
};

} // namespace qcc
