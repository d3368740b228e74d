// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/connection_pool.h"

#include "app/upstream/connection.h"
#include "app/upstream/tls.h"

namespace qcc {

ConnectionPool::Idle::Idle(ConnectionPool &owner, StreamPtr connection, bool isConnected)
    : pool(owner), stream(std::move(connection)), connected(isConnected), since(sinceBoot())
{
    stream->setListener(this);
    stream->setReading(true);
}

void ConnectionPool::Idle::onConnected()
{
    connected = true;
    since = sinceBoot();
}

void ConnectionPool::Idle::onBytes(QByteArrayView)
{
    pool.drop(this);
}

void ConnectionPool::Idle::onClosed(StreamFault, const QString &)
{
    pool.drop(this);
}

ConnectionPool::ConnectionPool(const Endpoint &endpoint)
    : m_endpoint(endpoint), m_expiry([this] { expire(); })
{
}

bool ConnectionPool::serves(const Endpoint &endpoint) const
{
    return m_endpoint.url == endpoint.url && m_endpoint.outboundProxy == endpoint.outboundProxy &&
           m_endpoint.caFile == endpoint.caFile;
}

StreamPtr ConnectionPool::takeIdle()
{
    dropOld();
    for (auto it = m_idle.rbegin(); it != m_idle.rend(); ++it) {
        if (!it->connected)
            continue;
        StreamPtr stream = std::move(it->stream);
        stream->setListener(nullptr);
        m_idle.erase(std::next(it).base());
        return stream;
    }
    return nullptr;
}

Result<QSslConfiguration> ConnectionPool::tls()
{
    if (m_endpoint.url.scheme() != QLatin1String("https"))
        return QSslConfiguration();
    if (!m_tls) {
        Result<QSslConfiguration> made = tlsConfiguration(m_endpoint, {"http/1.1"});
        if (!made)
            return made;
        m_tls = made.value();
    }
    return *m_tls;
}

Result<StreamPtr> ConnectionPool::open()
{
    const Result<QSslConfiguration> security = tls();
    if (!security)
        return security.refusal();
    return openStream(m_endpoint, *security);
}

void ConnectionPool::giveBack(StreamPtr stream)
{
    if (m_idle.size() >= kMaxIdle)
        m_idle.pop_front();
    m_idle.emplace_back(*this, std::move(stream), true);
    if (!m_expiry.isSet())
        m_expiry.set(kIdleFor);
}

void ConnectionPool::prewarm()
{
    const auto now = Deadline::Clock::now();
    if (!m_idle.empty() || (m_warmedAt && now - *m_warmedAt < kWarmAgainAfter))
        return;
    m_warmedAt = now;
    Result<StreamPtr> stream = open();
    if (!stream)
        return; // an attempt will say why
    m_idle.emplace_back(*this, std::move(stream).value(), false);
    if (!m_expiry.isSet())
        m_expiry.set(kIdleFor);
}

void ConnectionPool::drop(Idle *idle)
{
    m_idle.remove_if([idle](const Idle &each) { return &each == idle; });
}

void ConnectionPool::dropOld()
{
    const auto now = sinceBoot();
    m_idle.remove_if([now](const Idle &idle) { return now - idle.since >= kIdleFor; });
}

void ConnectionPool::expire()
{
    dropOld();
    if (!m_idle.empty())
        m_expiry.set(
            std::chrono::ceil<std::chrono::milliseconds>(m_idle.front().since + kIdleFor - sinceBoot()));
}

} // namespace qcc
