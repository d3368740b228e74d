// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/command_door.h"
#include "app/control/control_limits.h"

#include <QLocalSocket>
#include <QTimer>

#include <chrono>

namespace qcc {

/// What one watcher is sent, each as a reply of its own:
///   {"settings": {…}} and {"snapshot": {…}} at first, and again when they are others;
///   {"event": {…}} when a switch is stored; {"announced": {…}} for an alert that is said once.
/// Looks at the door every now and then; what did not change is not sent. A watcher that takes nothing is
/// sent no further state (the newest counts, once it reads again), and is given up at a limit. Must not know
/// how it came about or where the socket leads. Lives on the engine's thread.
class WatchStream final : public QObject
{
    Q_OBJECT
public:
    /// @p socket and @p door must outlive it. Begins at once.
    WatchStream(QLocalSocket &socket, const CommandDoor &door, milliseconds every, QObject *parent);
    ~WatchStream() override;

    void setPace(milliseconds every);

Q_SIGNALS:
    /// More than kMostUnsentToWatcher waits for it, or it has taken nothing for kWatcherStall.
    void gaveUp();

private:
    void look();
    void sendSettings();
    void sendSnapshot();
    void tellEvent(const FailoverEvent &event);
    void tellAlert(const Alert &alert);
    void write(const QString &what, const QJsonObject &data);
    bool isStalled();

    QLocalSocket &m_socket;
    const CommandDoor &m_door;
    QTimer m_look;
    std::optional<Settings> m_settings;            ///< as sent
    std::optional<ProxySnapshot> m_snapshot;       ///< as sent
    std::chrono::steady_clock::time_point m_taken; ///< when the watcher took something last, or had all
    qint64 m_unsent = 0;
};

} // namespace qcc
