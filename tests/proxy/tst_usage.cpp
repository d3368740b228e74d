// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens that a passing answer tells of are remembered; its bytes pass untouched.
#include "tests/http/compressors.h"
#include "tests/proxy/proxy_stage.h"

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace qcc;
using namespace qcc::test;
using sim::FaultKind;

namespace {

/// A JSON message with a text of @p size bytes, which no coding makes much shorter.
QByteArray message(qsizetype size)
{
    QRandomGenerator random(7);
    QByteArray text;
    while (text.size() < size)
        text += QByteArray::number(random.generate64(), 36);
    return R"({"id":"msg_1","type":"message","role":"assistant","content":[{"type":"text","text":")" + text +
           R"("}],"stop_reason":"end_turn","usage":{"input_tokens":25,"cache_creation_input_tokens":300,)"
           R"("cache_read_input_tokens":12000,"output_tokens":87}})";
}

const TokenUsage kUsage{25, 87, 12000, 300};

QByteArray eventStream()
{
    return "event: message_start\ndata: "
           "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":25,"
           "\"cache_creation_input_tokens\":300,\"cache_read_input_tokens\":12000,\"output_tokens\":1}}}\n\n"
           "event: content_block_delta\ndata: {\"type\":\"content_block_delta\"}\n\n"
           "event: message_delta\ndata: {\"type\":\"message_delta\",\"usage\":{\"output_tokens\":87}}\n\n"
           "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
}

QByteArray coded(const QByteArray &coding, const QByteArray &plain)
{
    if (coding == "gzip")
        return gzipped(plain);
    if (coding == "br")
        return brotlied(plain);
    return coding == "zstd" ? zstded(plain) : plain;
}

/// A provider that gives every request the same bytes and closes the connection.
class OneAnswer final : public QTcpServer
{
public:
    OneAnswer(const QByteArray &body, const QByteArray &coding, bool stream)
    {
        m_bytes = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: ";
        m_bytes += stream ? "text/event-stream" : "application/json";
        if (!coding.isEmpty())
            m_bytes += "\r\nContent-Encoding: " + coding;
        m_bytes += "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        listen(QHostAddress::LocalHost);
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (!socket->peek(64 * 1024).endsWith('}'))
                return; // the request is not whole yet
            socket->readAll();
            socket->write(m_bytes);
            socket->disconnectFromHost();
        });
    }

private:
    QByteArray m_bytes;
};

} // namespace

class Usage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRemembered_data();
    void isRemembered();
    void inEveryCoding_data();
    void inEveryCoding();
    void ofABrokenStream();
    void ofAClientThatLeft();
    void notOfAnAttemptThatNobodySaw();
    void notOfErrors();
    void notOfCountTokens();
};

void Usage::isRemembered_data()
{
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("qnam");
    for (const bool stream : {true, false}) {
        for (const bool qnam : kTransports)
            QTest::addRow("%s, %s", stream ? "streamed" : "not streamed", qnam ? "qnam" : "pooled")
                << stream << qnam;
    }
}

void Usage::isRemembered()
{
    QFETCH(bool, stream);
    QFETCH(bool, qnam);
    ProxyStage stage;
    stage.add(QStringLiteral("production"), Priority::Primary,
              qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    Ask ask;
    ask.stream = stream;
    const RawAnswer direct = stage.askDirectly(*stage.sims[0], ask);
    const RawAnswer answer = stage.ask(ask);
    QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    QVERIFY(stage.requestsEnded(1));
    const std::optional<TokenUsage> usage = stage.host.requests[0].usage;
    QVERIFY(usage.has_value());
    QVERIFY(usage->input > 0);
    QVERIFY(usage->output > 1);
    const QByteArray told = "\"output_tokens\":" + QByteArray::number(usage->output) + '}';
    QVERIFY(direct.body.contains(told));
}

void Usage::inEveryCoding_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<bool>("stream");
    for (const char *coding : {"", "gzip", "br", "zstd"}) {
        const char *name = *coding ? coding : "plain";
        QTest::addRow("a stream, %s", name) << QByteArray(coding) << eventStream() << true;
        QTest::addRow("a message, %s", name) << QByteArray(coding) << message(100) << false;
        QTest::addRow("a message too large to be held, %s", name)
            << QByteArray(coding) << message(700 * 1024) << false;
    }
}

void Usage::inEveryCoding()
{
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, plain);
    QFETCH(bool, stream);
    ProxyStage stage;
    const QByteArray body = coded(coding, plain);
    const OneAnswer provider(body, coding, stream);
    stage.host.addConfig(QStringLiteral("production"), Priority::Primary);
    stage.host.addEndpoint(QStringLiteral("production"), provider.url());
    Ask ask;
    ask.stream = stream;
    ask.fields = "Accept-Encoding: gzip, br, zstd\r\n";
    const RawAnswer answer = stage.ask(ask);
    QCOMPARE(answer.status, 200);
    QCOMPARE(sha256(answer.body), sha256(body));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Served);
    QVERIFY(stage.host.requests[0].usage.has_value());
    QCOMPARE(*stage.host.requests[0].usage, kUsage);
}

/// What was used before is paid all the same.
void Usage::ofABrokenStream()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.sims[0]->setFault(sim::faultAfter(FaultKind::ResetInStream, 3));
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(client.waitForEnd());
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Broken);
    QVERIFY(stage.host.requests[0].usage.has_value());
    QVERIFY(stage.host.requests[0].usage->input > 0);
}

void Usage::ofAClientThatLeft()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.sims[0]->setFault(sim::faultAfter(FaultKind::Stalled, 3));
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    client.closeNow();
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::ClientGone);
    QVERIFY(stage.host.requests[0].usage.has_value());
}

void Usage::notOfAnAttemptThatNobodySaw()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.add(QStringLiteral("backup"), Priority::Secondary);
    stage.sims[0]->setFault(sim::faultAfter(FaultKind::ErrorEvent, 0));
    stage.sims[1]->setFault(sim::statusFault(500));
    QCOMPARE(stage.ask().status, 503);
    QVERIFY(stage.requestsEnded(1));
    QVERIFY(!stage.host.requests[0].usage.has_value());
}

void Usage::notOfErrors()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.sims[0]->setFault(sim::statusFault(400));
    QCOMPARE(stage.ask().status, 400);
    QVERIFY(stage.requestsEnded(1));
    QVERIFY(!stage.host.requests[0].usage.has_value());
}

void Usage::notOfCountTokens()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    Ask ask;
    ask.target = "/v1/messages/count_tokens?beta=true";
    QCOMPARE(stage.ask(ask).status, 200);
    QVERIFY(stage.requestsEnded(1));
    QVERIFY(!stage.host.requests[0].usage.has_value());
}

QCC_PROXY_TEST_MAIN(Usage)
#include "tst_usage.moc"
