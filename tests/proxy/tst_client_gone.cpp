// SPDX-License-Identifier: GPL-3.0-or-later
// The client goes away: in whatever phase, its provider is left within a second, and nobody is blamed.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {
enum class Phase { Body, SendingOn, WaitingForHead, BeforeContent, Streaming, Pinged, Retrying };
enum class Leaving { Close, Reset, HalfClose };
} // namespace

class ClientGone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsWithinASecond_data();
    void cancelsWithinASecond();
    void afterTheAnswerHurtsNobody();
    void aThousandAborts();
};

void ClientGone::cancelsWithinASecond_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("leaving");
    QTest::addColumn<bool>("qnam");
    const std::vector<std::pair<const char *, Phase>> phases = {
        {"while its body arrives", Phase::Body},
        {"while its large body is being sent on", Phase::SendingOn},
        {"before the head", Phase::WaitingForHead},
        {"before content", Phase::BeforeContent},
        {"in mid-stream", Phase::Streaming},
        {"after our own ping", Phase::Pinged},
        {"between two tries of an overloaded one", Phase::Retrying}};
    const std::vector<std::pair<const char *, Leaving>> ways = {{"closing", Leaving::Close},
                                                                {"with a reset", Leaving::Reset},
                                                                {"ending its direction", Leaving::HalfClose}};
    for (const auto &[phase, phaseId] : phases) {
        for (const auto &[way, wayId] : ways) {
            for (const bool qnam : kTransports) {
                if (qnam && wayId != Leaving::Close)
                    continue;
                QTest::addRow("%s, %s, %s", phase, way, qnam ? "qnam" : "pooled")
                    << static_cast<int>(phaseId) << static_cast<int>(wayId) << qnam;
            }
        }
    }
}

void ClientGone::cancelsWithinASecond()
{
    QFETCH(int, phase);
    QFETCH(int, leaving);
    QFETCH(bool, qnam);
    const Phase when = static_cast<Phase>(phase);
    ProxyLimits limits = shortLimits();
    limits.firstPing = when == Phase::Pinged ? 100ms : 15s;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"), Priority::Primary,
              qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    if (when != Phase::Retrying)
        stage.add(QStringLiteral("backup"), Priority::Secondary);
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{5s, 5s, 5s};
    sim::SimProvider &provider = *stage.sims[0];
    if (when == Phase::WaitingForHead || when == Phase::Pinged)
        provider.setFault(FaultKind::Hang);
    if (when == Phase::BeforeContent)
        provider.setFault(sim::faultAfter(FaultKind::Stalled, 0));
    if (when == Phase::Streaming)
        provider.setFault(sim::faultAfter(FaultKind::Stalled, 3));
    if (when == Phase::Retrying)
        provider.setFault(sim::statusFault(529));

    auto client = std::make_unique<RawClient>(stage.port());
    Ask ask;
    if (when == Phase::SendingOn)
        ask.body = QByteArray(kDefaultBody).replace("%1}", "true,\"fill\":\"") +
                   QByteArray(1024 * 1024, 'f') + "\"}";
    const QByteArray bytes = stage.request(ask);
    if (when == Phase::Body || when == Phase::SendingOn) {
        client->send(bytes.chopped(40));
        QVERIFY(eventually([&] { return client->allSent(); }));
        QVERIFY(eventually([&] { return stage.server->requestCount() == 1; }));
        if (when == Phase::SendingOn)
            QVERIFY(
                eventually([&] { return !provider.log().empty() && provider.log()[0].bodySize > 300'000; }));
    } else {
        client->send(bytes);
        if (when == Phase::Retrying)
            QVERIFY(eventually([&] { return stage.host.attempts.size() == 1; }));
        else
            QVERIFY(eventually([&] { return !provider.log().empty() && provider.log()[0].complete; }));
        if (when == Phase::Streaming)
            QVERIFY(eventually([&] { return client->received().count("content_block_delta") >= 3; }));
        if (when == Phase::Pinged)
            QVERIFY(eventually([&] { return client->received().contains("event: ping"); }));
    }

    const auto left = std::chrono::steady_clock::now();
    if (static_cast<Leaving>(leaving) == Leaving::Close)
        client->closeNow();
    else if (static_cast<Leaving>(leaving) == Leaving::Reset)
        client->resetNow();
    else
        client->halfClose();

    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::ClientGone);
    if (when != Phase::Body && when != Phase::Retrying) {
        QVERIFY(eventually([&] { return provider.log()[0].abortedByPeerAt.has_value(); }));
        QVERIFY(*provider.log()[0].abortedByPeerAt - left < 1s);
        QCOMPARE(stage.host.attempts.size(), size_t(1));
        QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::ClientGone);
        QCOMPARE(stage.host.attempts[0].outcome.effect, HealthEffect::Neutral);
    }
    if (when == Phase::Body)
        QVERIFY(provider.log().empty());
    if (when == Phase::Retrying)
        QVERIFY(throughout([&] { return provider.log().size() == 1; }, 200ms));
    else
        QVERIFY(stage.sims[1]->log().empty());
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
    provider.setFault(FaultKind::None);
    stage.host.states.clear();
    QVERIFY(stage.servesWell());
}

void ClientGone::afterTheAnswerHurtsNobody()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    {
        RawClient client(stage.port());
        client.send(stage.request());
        QCOMPARE(client.next().status, 200);
    }
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Served);
    QCOMPARE(stage.host.attempts.size(), size_t(1));
}

/// At every moment of a stream's life, for the lifetimes' sake.
void ClientGone::aThousandAborts()
{
    ProxyStage stage;
    sim::SimOptions options;
    options.events = 20;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    stage.add(QStringLiteral("backup"), Priority::Secondary, kOtherTransport, options);
    stage.sims[0]->setFault(sim::faultAfter(FaultKind::ErrorEvent, 0));
    const QByteArray request = stage.request();
    for (int i = 0; i < 400; ++i) {
        RawClient client(stage.port());
        client.send(request);
        for (int turn = 0; turn < i % 60; ++turn)
            QCoreApplication::processEvents();
        if (i % 3 == 0)
            client.resetNow();
        if (i % 40 == 0)
            stage.host.states.clear();
    }
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
    stage.host.states.clear();
    QVERIFY(stage.servesWell());
    for (const RequestRecord &record : stage.host.requests)
        QVERIFY(record.end == RequestEnd::ClientGone || record.end == RequestEnd::Served);
}

QCC_PROXY_TEST_MAIN(ClientGone)
#include "tst_client_gone.moc"
