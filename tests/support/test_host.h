// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/proxy/proxy_host.h"
#include "app/upstream/pooled_transport.h"
#include "app/upstream/qnam_transport.h"

#include <map>
#include <vector>

namespace qcc::test {

/// Owner of settings and state as the rules have it, without files, checks and failover: what the engine is
/// to the proxy. Keeps what it was told. The wall clock can be moved.
class TestHost final : public ProxyHost
{
public:
    struct Attempted
    {
        RequestFacts facts;
        Candidate candidate;
        Outcome outcome;
    };

    TestHost();

    /// A config at the end of @p priority; the first one becomes active.
    void addConfig(const QString &name, Priority priority);
    /// An endpoint at the end of @p config, with the key "key-of-ID". Returns its id: "CONFIG-1", "CONFIG-2"
    /// …
    EndpointId addEndpoint(const QString &config, const QUrl &url, HttpVersion http = HttpVersion::Http1);
    Endpoint &endpoint(const EndpointId &id);
    void moveTime(milliseconds span) { m_offset += span; }
    /// Outcomes at one endpoint, oldest first.
    std::vector<Outcome> outcomesAt(const EndpointId &id) const;

    TimePoint now() const override;
    double jitter() override { return jitterValue; }
    quint64 nextRequestNumber() override { return ++m_number; }
    const ViaPseudonym &via() const override { return m_via; }
    bool tokenMatches(QByteArrayView candidate) const override { return m_token.matches(candidate); }
    RoutingPlan plan(const RequestFacts &facts) override;
    bool mayComeAgain(const QByteArray &session) const override
    {
        return sessions.mayComeAgain(session, now());
    }
    std::optional<EndpointTarget> target(const EndpointId &endpoint) override;
    UpstreamTransport &transport(const Endpoint &endpoint) override;
    void attemptStarted(const RequestFacts &facts, const Candidate &candidate) override;
    void attemptEnded(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome) override;
    void requestEnded(const RequestRecord &record) override
    {
        sessions.ended(record.number, now());
        requests.push_back(record);
    }

    QByteArray metricsText() const override { return metrics; }
    QByteArray statusJson() const override { return status; }

    static QByteArray token() { return QByteArrayLiteral("qcc-test-token-0123456789abcdef"); }

    Settings settings;
    EndpointStates states;
    SessionTable sessions;
    std::vector<QString> sessionConfigs; ///< said of every session, where it is not empty
    std::map<EndpointId, QByteArray> keys;
    double jitterValue = 0;
    QByteArray metrics; ///< of GET /metrics
    QByteArray status;  ///< of GET /qcc/status
    std::vector<Candidate> started;
    std::vector<Attempted> attempts;
    std::vector<RequestRecord> requests;

private:
    milliseconds m_offset{0};
    quint64 m_number = 0;
    ViaPseudonym m_via{"qcc-0011223344556677"};
    Secret m_token{token()};
    PooledTransport m_pooled;
    QnamTransport m_qnam;
};

} // namespace qcc::test
