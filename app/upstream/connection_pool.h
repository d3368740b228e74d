// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/boot_clock.h"
#include "app/io/byte_stream.h"
#include "app/io/deadline.h"
#include "models/domain/endpoint.h"
#include "models/domain/result.h"

#include <QSslConfiguration>

#include <list>

namespace qcc {

/// The idle HTTP/1.1 connections of one endpoint, and the way to new ones. As many connections as requests
/// need; of those that come back at most kMaxIdle are kept, for kIdleFor. One that gets bytes or an end while
/// it is idle is dropped. Engine thread.
class ConnectionPool
{
public:
    static constexpr size_t kMaxIdle = 64;
    static constexpr std::chrono::seconds kIdleFor{50};
    static constexpr std::chrono::seconds kWarmAgainAfter{20};

    explicit ConnectionPool(const Endpoint &endpoint);

    /// The most recently used idle connection, without listener; null when there is none.
    StreamPtr takeIdle();
    /// A new connection that is being opened. Refused when the CA file can't be used.
    Result<StreamPtr> open();
    void giveBack(StreamPtr stream);
    /// Opens one idle connection when there is none, not more often than kWarmAgainAfter.
    void prewarm();
    /// The endpoint's way (URL, proxy, CA file) is the same as @p endpoint's.
    bool serves(const Endpoint &endpoint) const;
    size_t idleCount() const { return m_idle.size(); }

private:
    struct Idle final : StreamListener
    {
        Idle(ConnectionPool &owner, StreamPtr connection, bool isConnected);
        void onConnected() override;
        void onBytes(QByteArrayView) override;
        void onClosed(StreamFault, const QString &) override;

        ConnectionPool &pool;
        StreamPtr stream;
        bool connected;
        std::chrono::nanoseconds since; ///< sinceBoot(): one that slept through is too old
    };

    void drop(Idle *idle);
    void dropOld();
    void expire();
    Result<QSslConfiguration> tls();

    Endpoint m_endpoint;
    std::optional<QSslConfiguration> m_tls;
    std::list<Idle> m_idle; ///< oldest first
    Deadline m_expiry;
    std::optional<Deadline::Clock::time_point> m_warmedAt;
};

} // namespace qcc
