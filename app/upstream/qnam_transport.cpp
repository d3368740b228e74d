// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/qnam_transport.h"

#include "app/upstream/qnam_exchange.h"
#include "app/upstream/tls.h"

namespace qcc {

std::unique_ptr<UpstreamExchange> QnamTransport::start(const Endpoint &endpoint, UpstreamRequest request,
                                                       BodySource &body, UpstreamListener &listener)
{
    return std::make_unique<QnamExchange>(lane(endpoint), endpoint, std::move(request), body, listener);
}

void QnamTransport::forget(const EndpointId &endpoint)
{
    m_routes.erase(endpoint);
}

Result<std::shared_ptr<QnamLane>> QnamTransport::lane(const Endpoint &endpoint)
{
    Route &route = m_routes[endpoint.id];
    if (!(route.endpoint == endpoint)) {
        route.lanes.clear(); // running exchanges share theirs
        route.endpoint = endpoint;
    }
    std::erase_if(route.lanes, [](const auto &each) { return each->spoiled; });
    const auto free =
        std::find_if(route.lanes.begin(), route.lanes.end(), [](const auto &l) { return l->hasRoom(); });
    if (free != route.lanes.end())
        return *free;
    Result<QSslConfiguration> tls = tlsConfiguration(
        endpoint, {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    if (!tls)
        return tls.refusal();
    const std::shared_ptr<QnamLane> lane(new QnamLane, [](QnamLane *done) { done->deleteLater(); });
    lane->tls = *tls;
    lane->manager.setProxy(outboundProxy(endpoint));
    lane->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    route.lanes.push_back(lane);
    return lane;
}

} // namespace qcc
