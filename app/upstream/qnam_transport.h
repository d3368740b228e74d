// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"
#include "models/domain/result.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <list>
#include <map>

namespace qcc {

/// One QNetworkAccessManager and what runs on it. QNAM opens at most six HTTP/1.1 connections per host and
/// lets the seventh request wait unseen; so until HTTP/2 is known to be spoken, a lane takes no more than six
/// requests. A QObject so that it can be let go inside a call of its own manager.
struct QnamLane : QObject
{
    static constexpr int kHttp1Requests = 6;
    static constexpr int kHttp2Requests = 100;

    QNetworkAccessManager manager;
    QSslConfiguration tls;
    int running = 0;
    bool http2 = false;
    bool spoiled =
        false; ///< one of its connections carried an ambiguous answer: no further request goes that way
    bool hasRoom() const { return running < (http2 ? kHttp2Requests : kHttp1Requests); }
};

/// HTTP/2 (and HTTP/1.1 where the endpoint offers no more) through QNetworkAccessManager, for endpoints that
/// ask for it. Engine thread.
class QnamTransport final : public UpstreamTransport
{
public:
    std::unique_ptr<UpstreamExchange> start(const Endpoint &endpoint, UpstreamRequest request,
                                            BodySource &body, UpstreamListener &listener) override;
    /// Nothing: the one HTTP/2 connection stays open by itself.
    void prewarm(const Endpoint &) override {}
    void forget(const EndpointId &endpoint) override;

private:
    struct Route
    {
        Endpoint endpoint;
        std::list<std::shared_ptr<QnamLane>> lanes;
    };
    Result<std::shared_ptr<QnamLane>> lane(const Endpoint &endpoint);

    std::map<EndpointId, Route> m_routes;
};

} // namespace qcc
