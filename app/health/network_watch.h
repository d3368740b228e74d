// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkInformation>
#include <QObject>

namespace qcc {

/// The system's own word on whether this computer has a network, by QNetworkInformation (NetworkManager or
/// GLib's monitor on Linux). That is one object per process, made with its plugin and told of changes in the
/// thread that loads it, for which GLib's needs the main loop: so this lives on the *main* thread, and who
/// works elsewhere connects by a queued connection. Without a backend it says nothing, ever.
class NetworkWatch final : public QObject
{
    Q_OBJECT
public:
    using Reachability = QNetworkInformation::Reachability;

    explicit NetworkWatch(QObject *parent = nullptr);

    /// Loads the backend, once, and begins to listen.
    void start();
    bool hasBackend() const { return !m_backend.isEmpty(); }
    /// "networkmanager", "glib", …; empty: none.
    QString backendName() const { return m_backend; }

    /// What a backend reports. Unknown changes nothing, and Disconnected is believed only after the backend
    /// has been seen to say something better: in a container or behind some VPNs it says so all the time.
    void report(qcc::NetworkWatch::Reachability reachability);

Q_SIGNALS:
    /// Said when it changes; the network counts as up until the first word.
    void reachabilityChanged(bool up);

private:
    QString m_backend;
    bool m_everUp = false;
    bool m_up = true;
};

} // namespace qcc
