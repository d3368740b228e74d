// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/qnam_exchange.h"
#include "tests/support/dispatcher_main.h"
#include "tests/upstream/transport_bench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace qcc;
using namespace qcc::test;

/// QnamTransport with a server that really speaks HTTP/2 (node's, tests/support/h2_server.mjs).
class TestHttp2 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void aHundredStreamsShareOneConnection();
    void largeBodiesArriveByteForByte();
    void aStreamResetInTheMiddleIsTruncatedAndTheOthersGoOn();
    void aStreamResetBeforeTheHeadIsAReset();
    void aConnectionThatBreaksTruncatesItsStreams();
    void cancellingResetsTheStreamAndKeepsTheConnection();
    void limitsHold();
    void interimAnswersArePassedOver();
    void aReaderThatRestsIsGivenUpBeforeMemoryGrows();
    void onlyWhatIsAllowedIsAdded();

private:
    UpstreamRequest request(const QByteArray &method, const QByteArray &target,
                            std::optional<qint64> length = std::nullopt) const;
    QJsonDocument json(const QByteArray &target);

    TestAuthority m_authority;
    QProcess m_server;
    quint16 m_port = 0;
    std::unique_ptr<TransportBench> m_bench; ///< for its transport; the provider in it stays unused
};

void TestHttp2::initTestCase()
{
    const ServerIdentity identity = m_authority.issue({QStringLiteral("DNS:localhost")});
    QVERIFY2(m_authority.isValid(), qPrintable(m_authority.errorString()));
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(QStringLiteral(QCC_NODE),
                   {QStringLiteral(QCC_H2_SERVER), identity.keyFile, identity.certificateFile});
    QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine(), 20'000);
    m_port = m_server.readLine().trimmed().split(' ').last().toUShort();
    QVERIFY(m_port != 0);
}

void TestHttp2::cleanupTestCase()
{
    m_server.closeWriteChannel();
    QTRY_COMPARE(m_server.state(), QProcess::NotRunning);
}

void TestHttp2::init()
{
    m_bench = std::make_unique<TransportBench>(Way::Qnam);
    m_bench->endpoint.url = QUrl(QStringLiteral("https://localhost:%1").arg(m_port));
    m_bench->endpoint.caFile = m_authority.caFile();
}

void TestHttp2::cleanup()
{
    m_bench.reset();
}

UpstreamRequest TestHttp2::request(const QByteArray &method, const QByteArray &target,
                                   std::optional<qint64> length) const
{
    UpstreamRequest request = m_bench->post(length);
    request.method = method;
    request.target = target;
    request.hasBody = length.has_value();
    return request;
}

QJsonDocument TestHttp2::json(const QByteArray &target)
{
    const auto answer = m_bench->run(request("GET", target));
    return QJsonDocument::fromJson(answer->body);
}

void TestHttp2::aHundredStreamsShareOneConnection()
{
    constexpr int kStreams = 100;
    MemoryBody body("{}");
    const auto first =
        m_bench->run(request("POST", "/stream?events=1", 2), body); // from now on HTTP/2 is known
    QVERIFY2(first->ended, qPrintable(first->detail));
    std::vector<std::unique_ptr<ExchangeRecorder>> all;
    for (int i = 0; i < kStreams; ++i)
        all.push_back(m_bench->start(request("POST", "/stream?events=30", 2), body));
    QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count_if(all, &ExchangeRecorder::ended), kStreams, 30'000);
    for (const auto &answer : all) {
        QCOMPARE(answer->field("x-session"), first->field("x-session"));
        QCOMPARE(answer->body.count("event: content_block_delta"), 30);
        QCOMPARE(answer->body, all[0]->body);
        QVERIFY(answer->pieces > 1); // as they come, not at the end
        QCOMPARE(answer->disorders, 0);
    }
}

void TestHttp2::largeBodiesArriveByteForByte()
{
    MemoryBody body(messageRequest(true, 8 * 1024 * 1024));
    const auto answer = m_bench->run(request("POST", "/stream", body.size()), body);
    QVERIFY2(answer->ended, qPrintable(answer->detail));
    QCOMPARE(answer->field("x-body"), sha256(body.bytes));
}

void TestHttp2::aStreamResetInTheMiddleIsTruncatedAndTheOthersGoOn()
{
    MemoryBody body("{}");
    QVERIFY(m_bench->run(request("POST", "/stream?events=1", 2), body)->ended);
    const auto other = m_bench->start(request("POST", "/stream?events=30", 2), body);
    const auto broken = m_bench->run(request("POST", "/reset", 2), body);
    QVERIFY(broken->fault.has_value());
    QCOMPARE(nameOf(*broken->fault), nameOf(TransportFault::Truncated));
    QCOMPARE(broken->body.count("event: content_block_delta"), 1);
    QTRY_VERIFY(other->isOver());
    QVERIFY(other->ended);
    QCOMPARE(other->body.count("event: content_block_delta"), 30);
}

void TestHttp2::aStreamResetBeforeTheHeadIsAReset()
{
    MemoryBody body("{}");
    const auto answer = m_bench->run(request("POST", "/reset-at-once", 2), body);
    QVERIFY(answer->fault.has_value());
    QCOMPARE(nameOf(*answer->fault), nameOf(TransportFault::Reset));
    QVERIFY(!answer->head);
}

void TestHttp2::aConnectionThatBreaksTruncatesItsStreams()
{
    MemoryBody body("{}");
    const auto answer = m_bench->run(request("POST", "/goodbye", 2), body);
    QVERIFY(answer->fault.has_value());
    QCOMPARE(nameOf(*answer->fault), nameOf(TransportFault::Truncated));
    const auto next = m_bench->run(request("POST", "/stream", 2), body);
    QVERIFY2(next->ended, qPrintable(next->detail)); // on a new connection
    QVERIFY(next->field("x-session") != answer->field("x-session"));
}

void TestHttp2::cancellingResetsTheStreamAndKeepsTheConnection()
{
    const int before = json("/counts").object()[QLatin1String("aborted")].toInt();
    MemoryBody body("{}");
    const auto answer = m_bench->start(request("POST", "/stream?events=1000", 2), body);
    QTRY_VERIFY(answer->pieces > 1);
    const QByteArray session = answer->field("x-session");
    QElapsedTimer since;
    since.start();
    answer->cancel();
    QTRY_VERIFY(json("/counts").object()[QLatin1String("aborted")].toInt() > before);
    QVERIFY(since.elapsed() < 1'000);
    QCOMPARE(m_bench->run(request("POST", "/stream?events=1", 2), body)->field("x-session"), session);
}

void TestHttp2::interimAnswersArePassedOver()
{
    MemoryBody body("{}");
    const auto answer = m_bench->run(request("POST", "/hints", 2), body);
    QVERIFY2(answer->ended, qPrintable(answer->detail));
    QCOMPARE(answer->head->status, 200);
    QCOMPARE(answer->body.count("event: content_block_delta"), 3);
}

void TestHttp2::limitsHold()
{
    m_bench->endpoint.limits.header = milliseconds(300);
    MemoryBody body("{}");
    const auto answer = m_bench->run(request("POST", "/hang", 2), body);
    QVERIFY(answer->fault.has_value());
    QCOMPARE(nameOf(*answer->fault), nameOf(TransportFault::HeaderTimeout));
}

/// QNAM takes in what the provider sends over HTTP/2 whether it is read or not; so there is a limit, and an
/// end.
void TestHttp2::aReaderThatRestsIsGivenUpBeforeMemoryGrows()
{
    MemoryBody body("{}");
    const auto answer = m_bench->start(request("POST", "/large?kib=102400", 2), body);
    answer->also = [heard = answer.get()](ExchangeRecorder::Moment moment) {
        if (moment == ExchangeRecorder::Moment::Head)
            heard->exchange->setReading(false);
    };
    QTRY_VERIFY_WITH_TIMEOUT(answer->isOver(), 20'000);
    QCOMPARE(nameOf(*answer->fault),
             nameOf(TransportFault::Cancelled)); // the client's doing, not the endpoint's
    const qint64 sent = json("/counts").object()[QLatin1String("sent")].toInteger();
    QVERIFY2(sent < 3 * QnamExchange::kMostHeld, qPrintable(QString::number(sent)));
}

void TestHttp2::onlyWhatIsAllowedIsAdded()
{
    UpstreamRequest echo = request("GET", "/echo");
    const auto answer = m_bench->run(echo);
    QVERIFY(answer->ended);
    QStringList names;
    for (const QJsonValue &field : QJsonDocument::fromJson(answer->body).array())
        names += field.toArray()[0].toString();
    QStringList expected{QStringLiteral(":authority"), QStringLiteral(":method"), QStringLiteral(":path"),
                         QStringLiteral(":scheme")};
    for (const HeaderField &field : echo.fields)
        expected += QString::fromLatin1(field.name.toLower());
    expected.removeOne(QStringLiteral("host"));
    names.sort();
    expected.sort();
    QCOMPARE(names, expected);
}

QCC_DISPATCHER_TEST_MAIN(TestHttp2)
#include "tst_http2.moc"
