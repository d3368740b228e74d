// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/network_watch.h"

namespace qcc {

NetworkWatch::NetworkWatch(QObject *parent) : QObject(parent) {}

void NetworkWatch::start()
{
    if (hasBackend() ||
        !QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    QNetworkInformation *system = QNetworkInformation::instance();
    m_backend = system->backendName();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::report);
    report(system->reachability());
}

void NetworkWatch::report(Reachability reachability)
{
    if (reachability == Reachability::Unknown)
        return;
    const bool up = reachability != Reachability::Disconnected;
    m_everUp = m_everUp || up;
    if (up == m_up || !m_everUp)
        return;
    m_up = up;
    Q_EMIT reachabilityChanged(up);
}

} // namespace qcc
