// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/upstream/transport_bench.h"

#include "app/upstream/pooled_transport.h"
#include "app/upstream/qnam_transport.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QTest>

namespace qcc::test {

void forBothTransports(const std::function<void(Way, const char *)> &rows)
{
    QTest::addColumn<Way>("way");
    rows(Way::Pooled, "pooled");
    rows(Way::Qnam, "qnam");
}

TransportBench::TransportBench(Way way, sim::SimOptions options)
    : m_way(way), m_sim(std::make_unique<sim::SimProvider>(std::move(options)))
{
    if (!m_sim->listen())
        qFatal("the simulated provider can't listen: %s", qPrintable(m_sim->errorString()));
    if (way == Way::Pooled)
        m_transport = std::make_unique<PooledTransport>();
    else
        m_transport = std::make_unique<QnamTransport>();
    endpoint.id = {QStringLiteral("0badcafe")};
    endpoint.name = QStringLiteral("sim");
    endpoint.url = m_sim->url();
    if (endpoint.url.scheme() == QLatin1String("https"))
        endpoint.url.setHost(QStringLiteral("localhost"));
    endpoint.http = way == Way::Qnam ? HttpVersion::Http2 : HttpVersion::Http1;
    endpoint.limits = {milliseconds(5'000), milliseconds(10'000), milliseconds(5'000)};
}

std::unique_ptr<ExchangeRecorder> TransportBench::start(UpstreamRequest request, BodySource &body)
{
    auto recorder = std::make_unique<ExchangeRecorder>();
    recorder->starting = true;
    recorder->exchange = m_transport->start(endpoint, std::move(request), body, *recorder);
    recorder->starting = false;
    return recorder;
}

std::unique_ptr<ExchangeRecorder> TransportBench::start(UpstreamRequest request)
{
    return start(std::move(request), m_noBody);
}

std::unique_ptr<ExchangeRecorder> TransportBench::run(UpstreamRequest request, BodySource &body)
{
    auto recorder = start(std::move(request), body);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(recorder->isOver(), 20'000); }();
    return recorder;
}

std::unique_ptr<ExchangeRecorder> TransportBench::run(UpstreamRequest request)
{
    return run(std::move(request), m_noBody);
}

void TransportBench::settle() const
{
    if (m_way == Way::Pooled)
        return;
    QEventLoop loop;
    QTimer::singleShot(100, &loop, &QEventLoop::quit);
    loop.exec();
}

HeaderFields TransportBench::fields() const
{
    return {{"Host", endpoint.url.authority(QUrl::FullyEncoded).toLatin1()},
            {"accept", "application/json"},
            {"x-api-key", "a key"},
            {"anthropic-version", "2023-06-01"},
            {"accept-encoding", "gzip, deflate, br, zstd"},
            {"accept-language", "*"},
            {"user-agent", "tst_transport"}};
}

UpstreamRequest TransportBench::get(const QByteArray &target) const
{
    UpstreamRequest request;
    request.method = "GET";
    request.target = target;
    request.fields = fields();
    request.headerLimit = endpoint.limits.header;
    return request;
}

UpstreamRequest TransportBench::post(std::optional<qint64> length) const
{
    UpstreamRequest request = get("/v1/messages?beta=true");
    request.method = "POST";
    request.fields.push_back({"content-type", "application/json"});
    request.hasBody = true;
    request.contentLength = length;
    return request;
}

QByteArray messageRequest(bool stream, qsizetype size)
{
    QByteArray body = stream ? R"({"model":"claude-test","stream":true,"messages":[],"filler":")"
                             : R"({"model":"claude-test","messages":[],"filler":")";
    body += QByteArray(std::max<qsizetype>(0, size - body.size() - 2), 'f') + "\"}";
    return body;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QString nameOf(TransportFault fault)
{
    static const std::array names{
        "None",          "Dns",      "Refused",   "ConnectTimeout", "Tls",          "OutboundProxy", "Reset",
        "HeaderTimeout", "Protocol", "Truncated", "IdleTimeout",    "TotalTimeout", "Cancelled"};
    return QString::fromLatin1(names.at(static_cast<size_t>(fault)));
}

} // namespace qcc::test
