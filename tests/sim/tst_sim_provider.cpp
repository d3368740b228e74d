// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_provider.h"
#include "tests/sim/raw_peer.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace qcc::sim;
using namespace qcc::sim::test;

namespace {

SimOptions keyed()
{
    SimOptions options;
    options.apiKey = "sk-right";
    options.events = 3;
    options.models = {"model-a", "model-b", "model-c"};
    return options;
}

QByteArrayList eventNames(const QByteArray &stream)
{
    QByteArrayList names;
    for (const QByteArray &line : stream.split('\n')) {
        if (line.startsWith("event: "))
            names.append(line.sliced(7));
    }
    return names;
}

QByteArray inflated(QByteArray coded)
{
    z_stream stream{};
    QByteArray plain(1024 * 1024, '\0');
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(coded.data());
    stream.avail_in = uInt(coded.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = uInt(plain.size());
    const int status = inflate(&stream, Z_FINISH);
    plain.truncate(qsizetype(stream.total_out));
    inflateEnd(&stream);
    return status == Z_STREAM_END ? plain : QByteArray();
}

QByteArray get(const QByteArray &target, const QByteArray &fields = "x-api-key: sk-right\r\n")
{
    return "GET " + target + " HTTP/1.1\r\nHost: sim\r\n" + fields + "\r\n";
}

const QByteArray rightKey = "x-api-key: sk-right\r\n";

} // namespace

class TestSimProvider : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_provider.reset(); }

    void answersLikeTheApi_data();
    void answersLikeTheApi();
    void streamsTheEventsInOrder();
    void countsTokens();
    void codesAStreamWhereThatIsAccepted_data();
    void codesAStreamWhereThatIsAccepted();
    void livesBelowABasePath();
    void givesTheSameIdsWhenTold();
    void pacesItsEvents();
    void speaksToQtsOwnClient();
    void speaksTls();
    void isClosedFromASlot();

private:
    Answer ask(const QByteArray &request);

    std::unique_ptr<SimProvider> m_provider;
};

void TestSimProvider::init()
{
    m_provider = std::make_unique<SimProvider>(keyed());
    QVERIFY2(m_provider->listen(), qPrintable(m_provider->errorString()));
}

Answer TestSimProvider::ask(const QByteArray &request)
{
    RawPeer peer(m_provider->port());
    peer.send(request);
    return nextAnswer(peer);
}

void TestSimProvider::answersLikeTheApi_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    const QByteArray wrongKey = "x-api-key: sk-wrong\r\n";
    const QByteArray bearer = "Authorization: Bearer sk-right\r\n";
    QTest::newRow("a message names the provider")
        << post(plainBody, "/v1/messages", rightKey) << 200 << QByteArray("Hello from production");
    QTest::newRow("a message echoes the model") << post(plainBody, "/v1/messages?beta=true", rightKey) << 200
                                                << QByteArray(R"("model":"claude-test")");
    QTest::newRow("a bearer token is a key too")
        << post(plainBody, "/v1/messages", bearer) << 200 << QByteArray(R"("stop_reason":"end_turn")");
    QTest::newRow("a wrong key") << post(plainBody, "/v1/messages", wrongKey) << 401
                                 << QByteArray("authentication_error");
    QTest::newRow("no key") << post(plainBody) << 401 << QByteArray("authentication_error");
    QTest::newRow("a body that is not JSON")
        << post("model", "/v1/messages", rightKey) << 400 << QByteArray("invalid_request_error");
    QTest::newRow("a body that is cut")
        << post(R"({"model":"a")", "/v1/messages", rightKey) << 400 << QByteArray("not valid JSON");
    QTest::newRow("a body without model") << post(R"({"messages":[{"model":"x"}]})", "/v1/messages", rightKey)
                                          << 400 << QByteArray("model: Field required");
    QTest::newRow("a token count") << post(plainBody, "/v1/messages/count_tokens?beta=true", rightKey) << 200
                                   << QByteArray(R"({"input_tokens":)");
    QTest::newRow("all models") << get("/v1/models?limit=1000") << 200
                                << QByteArray(R"("last_id":"model-c")");
    QTest::newRow("some models") << get("/v1/models?limit=2") << 200 << QByteArray(R"("has_more":true)");
    QTest::newRow("an impossible limit") << get("/v1/models?limit=0") << 400 << QByteArray("limit");
    QTest::newRow("one model") << get("/v1/models/model-b") << 200 << QByteArray(R"("id":"model-b")");
    QTest::newRow("an unknown model") << get("/v1/models/model-x") << 404 << QByteArray("not_found_error");
    QTest::newRow("models with a wrong key")
        << get("/v1/models", wrongKey) << 401 << QByteArray("invalid x-api-key");
    QTest::newRow("another path") << get("/v1/other") << 404 << QByteArray("not_found_error");
    QTest::newRow("another method") << get("/v1/messages") << 405 << QByteArray("Method Not Allowed");
}

void TestSimProvider::answersLikeTheApi()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, part);
    const Answer answer = ask(request);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(part), answer.body.constData());
    QCOMPARE(answer.field("content-type"), "application/json");
    QVERIFY(answer.field("request-id").startsWith("req_"));
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    QVERIFY(!object.isEmpty());
    if (status >= 400) {
        QCOMPARE(object.value(u"type").toString(), QStringLiteral("error"));
        QCOMPARE(object.value(u"request_id").toString().toLatin1(), answer.field("request-id"));
    }
}

void TestSimProvider::streamsTheEventsInOrder()
{
    const Answer answer = ask(post(streamBody, "/v1/messages", rightKey));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("content-type"), "text/event-stream; charset=utf-8");
    QVERIFY(!answer.field("anthropic-ratelimit-requests-reset").isEmpty());
    const QByteArrayList expected = {"message_start",       "content_block_start", "ping",
                                     "content_block_delta", "content_block_delta", "content_block_delta",
                                     "content_block_stop",  "message_delta",       "message_stop"};
    QCOMPARE(eventNames(answer.body), expected);
    QString text;
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.startsWith("data: "))
            continue;
        const QJsonDocument data = QJsonDocument::fromJson(line.sliced(6));
        QVERIFY2(data.isObject(), line.constData());
        text += data[u"delta"][u"text"].toString();
    }
    QCOMPARE(text, QStringLiteral("Hello from production! This answer was made by the simulated provider "
                                  "\"production\", word by word."));
}

void TestSimProvider::countsTokens()
{
    const Answer answer = ask(post(R"({"model":"m","pad":")" + QByteArray(400, 'x') + "\"}",
                                   "/v1/messages/count_tokens", rightKey));
    QVERIFY(QJsonDocument::fromJson(answer.body)[u"input_tokens"].toInt() > 100);
}

void TestSimProvider::codesAStreamWhereThatIsAccepted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("accepts");
    QTest::addColumn<bool>("coded");
    QTest::newRow("a stream") << streamBody << QByteArray("Accept-Encoding: gzip, br\r\n") << true;
    QTest::newRow("an answer of one body")
        << plainBody << QByteArray("Accept-Encoding: br, gzip\r\n") << true;
    QTest::newRow("not accepted") << streamBody << QByteArray("Accept-Encoding: br\r\n") << false;
}

void TestSimProvider::codesAStreamWhereThatIsAccepted()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, accepts);
    QFETCH(bool, coded);
    SimOptions options = keyed();
    options.gzip = true;
    m_provider->setOptions(options);
    const Answer answer = ask(post(body, "/v1/messages", rightKey + accepts));
    QCOMPARE(answer.field("content-encoding"), coded ? QByteArray("gzip") : QByteArray());
    const QByteArray plain = coded ? inflated(answer.body) : answer.body;
    QVERIFY(plain.contains(body == streamBody ? "message_stop" : "end_turn"));
}

void TestSimProvider::livesBelowABasePath()
{
    SimOptions options = keyed();
    options.basePath = "/anthropic";
    m_provider->setOptions(options);
    QVERIFY(m_provider->url().toString().endsWith(u"/anthropic"));
    QCOMPARE(ask(get("/anthropic/v1/models")).status, 200);
    QCOMPARE(ask(get("/v1/models")).status, 404);
    QCOMPARE(ask(get("/anthropicx/v1/models")).status, 404);
}

void TestSimProvider::givesTheSameIdsWhenTold()
{
    for (const QByteArray &body : {plainBody, streamBody}) {
        m_provider->setOptions(keyed());
        QVERIFY(ask(post(body, "/v1/messages", rightKey)).body !=
                ask(post(body, "/v1/messages", rightKey)).body);
        SimOptions options = keyed();
        options.sameIds = true;
        m_provider->setOptions(options);
        const Answer first = ask(post(body, "/v1/messages", rightKey));
        const Answer second = ask(post(body, "/v1/messages", rightKey));
        QCOMPARE(first.body, second.body);
        QCOMPARE(first.field("request-id"), second.field("request-id"));
        QVERIFY(first.field("request-id").startsWith("req_"));
        QVERIFY(first.body.contains("\"id\":\"msg_0"));
    }
}

void TestSimProvider::pacesItsEvents()
{
    SimOptions options = keyed();
    options.interval = std::chrono::milliseconds(60);
    m_provider->setOptions(options);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(ask(post(streamBody, "/v1/messages", rightKey)).status, 200);
    QVERIFY(timer.elapsed() >= 118); // three deltas, two intervals, timers of whole milliseconds
}

void TestSimProvider::speaksToQtsOwnClient()
{
    QNetworkAccessManager manager;
    QNetworkRequest request(m_provider->url().resolved(QUrl(QStringLiteral("/v1/messages"))));
    request.setRawHeader("x-api-key", "sk-right");
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    for (const QByteArray &body : {plainBody, streamBody}) {
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QVERIFY(reply->readAll().contains(body == plainBody ? "end_turn" : "event: message_stop"));
    }
    QCOMPARE(m_provider->log().at(1).requestOnConnection, 2);
}

void TestSimProvider::speaksTls()
{
    QTemporaryDir dir;
    const QString certificate = dir.filePath(QStringLiteral("cert.pem"));
    const QString keyPath = dir.filePath(QStringLiteral("key.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-out"), certificate, QStringLiteral("-keyout"),
                   keyPath});
    QVERIFY2(openssl.waitForFinished() && openssl.exitCode() == 0,
             openssl.readAllStandardError().constData());
    QFile keyFile(keyPath);
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    SimOptions options = keyed();
    options.tls = TlsIdentity{QSslCertificate::fromPath(certificate), QSslKey(&keyFile, QSsl::Rsa)};
    SimProvider provider(options);
    QVERIFY(provider.listen());
    QCOMPARE(provider.url().scheme(), QStringLiteral("https"));

    QNetworkAccessManager manager;
    QNetworkRequest request(provider.url().resolved(QUrl(QStringLiteral("/v1/messages"))));
    request.setRawHeader("x-api-key", "sk-right");
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    ssl.setCaCertificates(options.tls->chain);
    request.setSslConfiguration(ssl);
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, streamBody));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    QVERIFY(reply->readAll().contains("message_stop"));
}

void TestSimProvider::isClosedFromASlot()
{
    connect(m_provider.get(), &SimProvider::requestReceived, m_provider.get(), &SimProvider::close);
    RawPeer peer(m_provider->port());
    peer.send(post(plainBody, "/v1/messages", rightKey));
    QTRY_VERIFY(peer.pump().end != RawPeer::End::Open);
    QVERIFY(peer.received.isEmpty());
    QCOMPARE(m_provider->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestSimProvider)
#include "tst_sim_provider.moc"
