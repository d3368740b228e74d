// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"

#include <map>

namespace qcc {

class ConnectionPool;

/// HTTP/1.1 over own connections: keep-alive, one request at a time on each, as many as needed. The default.
/// Engine thread.
class PooledTransport final : public UpstreamTransport
{
public:
    std::unique_ptr<UpstreamExchange> start(const Endpoint &endpoint, UpstreamRequest request,
                                            BodySource &body, UpstreamListener &listener) override;
    void prewarm(const Endpoint &endpoint) override;
    void forget(const EndpointId &endpoint) override;

private:
    const std::shared_ptr<ConnectionPool> &pool(const Endpoint &endpoint);

    std::map<EndpointId, std::shared_ptr<ConnectionPool>> m_pools; ///< shared with running exchanges
};

} // namespace qcc
