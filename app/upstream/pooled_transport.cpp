// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/pooled_transport.h"

#include "app/upstream/connection_pool.h"
#include "app/upstream/http1_exchange.h"

namespace qcc {

std::unique_ptr<UpstreamExchange> PooledTransport::start(const Endpoint &endpoint, UpstreamRequest request,
                                                         BodySource &body, UpstreamListener &listener)
{
    return std::make_unique<Http1Exchange>(pool(endpoint), endpoint.limits, std::move(request), body,
                                           listener);
}

void PooledTransport::prewarm(const Endpoint &endpoint)
{
    pool(endpoint)->prewarm();
}

void PooledTransport::forget(const EndpointId &endpoint)
{
    m_pools.erase(endpoint);
}

const std::shared_ptr<ConnectionPool> &PooledTransport::pool(const Endpoint &endpoint)
{
    std::shared_ptr<ConnectionPool> &pool = m_pools[endpoint.id];
    if (!pool || !pool->serves(endpoint))
        pool = std::make_shared<ConnectionPool>(endpoint);
    return pool;
}

} // namespace qcc
