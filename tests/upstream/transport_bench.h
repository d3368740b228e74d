// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sim_provider.h"
#include "app/upstream/transport.h"
#include "tests/support/certificates.h"
#include "tests/upstream/exchange_recorder.h"
#include "tests/upstream/memory_body.h"

namespace qcc::test {

enum class Way { Pooled, Qnam };

/// Adds a column "way" and, for each row made by @p rows, one row per transport: "pooled: …" and "qnam: …".
void forBothTransports(const std::function<void(Way way, const char *prefix)> &rows);

/// A transport under test and a simulated provider for it to talk to.
class TransportBench
{
public:
    explicit TransportBench(Way way, sim::SimOptions options = {});

    Way way() const { return m_way; }
    sim::SimProvider &sim() { return *m_sim; }
    UpstreamTransport &transport() { return *m_transport; }
    /// Points to the provider; limits are short. Changes made here count for later requests.
    Endpoint endpoint;

    /// Starts a request; the recorder holds the exchange. The body and the bench must outlive it.
    std::unique_ptr<ExchangeRecorder> start(UpstreamRequest request, BodySource &body);
    /// The same without a request body.
    std::unique_ptr<ExchangeRecorder> start(UpstreamRequest request);
    /// Runs a request to its end, at most 20 s.
    std::unique_ptr<ExchangeRecorder> run(UpstreamRequest request, BodySource &body);
    std::unique_ptr<ExchangeRecorder> run(UpstreamRequest request);

    /// Gives QNAM's own thread the time to put a connection away after an answer, so that the next request
    /// finds it.
    void settle() const;

    UpstreamRequest get(const QByteArray &target = "/v1/models") const;
    /// POST /v1/messages with a body of @p length; none: sent without a known length.
    UpstreamRequest post(std::optional<qint64> length) const;

    /// Lets go of the transport, as a shutdown does.
    void dropTransport() { m_transport.reset(); }

private:
    HeaderFields fields() const;

    Way m_way;
    std::unique_ptr<sim::SimProvider> m_sim;
    std::unique_ptr<UpstreamTransport> m_transport;
    MemoryBody m_noBody;
};

/// A JSON request that the provider accepts, streaming or not, filled up to @p size bytes.
QByteArray messageRequest(bool stream, qsizetype size = 0);
QByteArray sha256(const QByteArray &bytes);
QString nameOf(TransportFault fault);

} // namespace qcc::test

Q_DECLARE_METATYPE(qcc::test::Way)
Q_DECLARE_METATYPE(qcc::TransportFault)
