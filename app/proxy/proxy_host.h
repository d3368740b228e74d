// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"
#include "models/domain/config.h"
#include "models/domain/request_record.h"
#include "models/domain/secret.h"
#include "models/rules/guard.h"
#include "models/rules/routing.h"

namespace qcc {

/// An endpoint as it is now, with its key.
struct EndpointTarget
{
    Endpoint endpoint;
    Secret key;
    std::vector<NextPattern> nextPatterns{};   ///< of its config
    std::vector<ModelMapping> modelMappings{}; ///< likewise
    std::vector<ExtraHeader> extraHeaders{};   ///< likewise
};

/// What is known of a request when candidates are chosen.
struct RequestFacts
{
    quint64 number = 0;
    RequestKind kind = RequestKind::Other;
    QByteArray model;
    QByteArray session;
    RequestMark mark{};
};

/// What the proxy asks of the one who owns settings and state, and what it tells. Implemented by the engine;
/// a small one serves the tests. Engine thread; no call may wait.
class ProxyHost
{
public:
    virtual ~ProxyHost() = default;
    virtual TimePoint now() const = 0;
    /// 0 … 1, for spreading retries.
    virtual double jitter() = 0;
    virtual quint64 nextRequestNumber() = 0;
    virtual const ViaPseudonym &via() const = 0;
    virtual bool tokenMatches(QByteArrayView candidate) const = 0;
    /// May be asked again for a request that waited.
    virtual RoutingPlan plan(const RequestFacts &facts) = 0;
    /// A request of this session (empty: that names none) may be one that broke, sent again: it is gathered
    /// as a whole before it is planned.
    virtual bool mayComeAgain(const QByteArray &session) const = 0;
    /// The endpoint as it is now; nothing when it was removed meanwhile.
    virtual std::optional<EndpointTarget> target(const EndpointId &endpoint) = 0;
    virtual UpstreamTransport &transport(const Endpoint &endpoint) = 0;
    virtual void attemptStarted(const RequestFacts &facts, const Candidate &candidate) = 0;
    virtual void attemptEnded(const RequestFacts &facts, const Candidate &candidate,
                              const Outcome &outcome) = 0;
    virtual void requestEnded(const RequestRecord &record) = 0;
    /// What GET /metrics tells: Prometheus text format 0.0.4, no secrets. Empty: there is none.
    virtual QByteArray metricsText() const { return {}; }
    /// What GET /qcc/status tells: a JSON object, no secrets. Empty: there is none.
    virtual QByteArray statusJson() const { return {}; }
};

} // namespace qcc
