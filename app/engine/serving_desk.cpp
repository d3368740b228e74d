// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/serving_desk.h"

#include "app/proxy/proxy_server.h"

#include <QUrl>

namespace qcc {

void ServingDesk::setPlace(const QString &host, quint16 port)
{
    m_host = host;
    m_port = port;
}

Result<Done> ServingDesk::serve(bool on)
{
    m_wanted = on;
    m_trouble.reset();
    if (on)
        return isServing() ? Result<Done>(Done{}) : moveTo(m_host, m_port);
    if (isServing()) {
        m_proxy.closeDoor();
        Q_EMIT closed();
    }
    return Done{};
}

Result<Done> ServingDesk::moveTo(const QString &host, quint16 port)
{
    const bool samePlace = host == m_host && port == m_port;
    if (samePlace && isServing())
        return Done{};
    const Result<ListenAddress> place = m_proxy.open(host, port);
    if (!place) {
        if (m_wanted && !isServing() && (samePlace || !m_trouble))
            m_trouble = place.refusal();
        return place.refusal();
    }
    setPlace(place->host, place->port);
    m_trouble.reset();
    if (m_wanted)
        Q_EMIT opened(url());
    else
        m_proxy.closeDoor(); // it was only asked whether it can be
    return Done{};
}

bool ServingDesk::isServing() const
{
    return m_proxy.isListening();
}

QString ServingDesk::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_host);
    url.setPort(m_port);
    return url.toString();
}

} // namespace qcc
