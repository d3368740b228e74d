// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/workspace.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <deque>
#include <functional>

namespace qcc {

/// The Workspace as a service on the storage thread: loads, applies commands and notices edits made by hand.
/// Decides nothing about settings. Other threads connect to its signals and reach its slots by queued calls;
/// connect before calling load() first.
/// The running instance holds the InstanceLock for it.
class StorageService : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kSettleTime{100}; ///< files are quiet for so long before they are read

    /// Nothing is opened before the first load(): QtKeychain wants all its jobs of a process on one thread,
    /// this one.
    explicit StorageService(const QString &home, QObject *parent = nullptr);
    ~StorageService() override;

public Q_SLOTS:
    /// Opens the workspace and starts watching (the first time), and answers with loaded() or broken().
    void load();
    /// Takes the command out of @p command (commands carry secrets and are move-only) and answers with
    /// applied().
    void apply(std::shared_ptr<qcc::Command> command, quint64 requestId);
    /// Answers with activeSaved() or saveFailed().
    void saveActive(const QString &config);
    /// Answers with tokenRenewed().
    void renewToken();
    /// To be waited for at the end: what was asked for before it is done by then, but for what waits for a
    /// keyring.
    void flush() {}

Q_SIGNALS:
    /// The settings as read: after load(), and when the files changed by another hand. Not after apply().
    void loaded(qcc::SharedSettings settings);
    /// The answer to apply().
    void applied(quint64 requestId, qcc::Result<qcc::SharedSettings> result);
    /// The files cannot be used as they are; the last settings stay in force. Said again when the reason
    /// changes.
    void broken(qcc::Refusal refusal);
    /// After broken(): the files are good again; loaded() follows.
    void mended();
    void activeSaved(const QString &config);
    void saveFailed(qcc::Refusal refusal);
    void tokenRenewed(qcc::Result<qcc::SharedSecret> token);

private:
    void inTurn(std::function<void()> work);
    Result<Done> open();
    void watchFiles();
    void loadNow();
    void applyNow(Command command, quint64 requestId);
    void saveActiveNow(const QString &config);
    void renewTokenNow();
    void reload();
    void publish(Result<LoadedSettings> result);
    void mend();

    QString m_home;
    std::unique_ptr<Workspace> m_workspace;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QByteArray m_fingerprint; ///< of what was last read or written
    std::optional<Refusal> m_broken;
    std::deque<std::function<void()>> m_turns; ///< what was asked for while the keyring was waited for
    bool m_busy = false;
};

} // namespace qcc
