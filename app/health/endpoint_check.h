// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/health_host.h"
#include "app/health/health_options.h"
#include "app/http/content_decoder.h"
#include "app/io/deadline.h"
#include "app/upstream/transport.h"
#include "models/rules/check_ladder.h"

namespace qcc {

/// One check of one endpoint: the requests of its CheckLadder one after the other, each judged by classify().
/// Destroying it cancels it. Knows neither schedule nor state. Engine thread.
class EndpointCheck final : private UpstreamListener
{
public:
    using Done = std::function<void(const CheckReport &report)>;

    struct Order
    {
        Endpoint endpoint;
        Secret key;
        CheckLadder ladder;
        quint64 number = 0;
        EndpointId stored = {}; ///< whose config names models; empty: that of `endpoint`
    };

    /// @p done is called once and may destroy the check.
    EndpointCheck(Order order, const HealthOptions &options, HealthHost &host, Done done);
    ~EndpointCheck() override;

    void start();
    quint64 number() const { return m_order.number; }
    TimePoint startedAt() const { return m_startedAt; }
    int messagesSent() const { return m_messagesSent; }

private:
    class Body;

    void onHead(const ResponseHead &head) override;
    void onBody(QByteArrayView bytes) override;
    void onBatchEnd() override {}
    void onEnd() override;
    void onFault(TransportFault fault, const QString &detail) override;

    void send(const LadderStep &step);
    const Config *config() const;
    QByteArray model() const;
    UpstreamRequest requestFor(const LadderStep &step) const;
    void outOfTime();
    void answered(TransportFault fault, bool bodyComplete);
    void finish();

    Order m_order;
    const HealthOptions m_options;
    HealthHost &m_host;
    Done m_done;
    Deadline m_total;
    std::unique_ptr<Body> m_body;
    std::unique_ptr<UpstreamExchange> m_exchange;
    std::unique_ptr<ContentDecoder> m_decoder; ///< null: a coding that we can't look into
    std::optional<ResponseHead> m_head;
    QByteArray m_answer; ///< decoded
    std::chrono::steady_clock::time_point m_sentAt;
    milliseconds m_latency{0};
    TimePoint m_startedAt;
    int m_messagesSent = 0;
};

} // namespace qcc
