// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_provider.h"
#include "tests/sim/raw_peer.h"

#include <QJsonDocument>
#include <QTest>

using namespace qcc::sim;
using namespace qcc::sim::test;

Q_DECLARE_METATYPE(qcc::sim::Fault)

class TestSimControl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_provider.reset(); }

    void readsFaults_data();
    void readsFaults();
    void refusesWhatIsNoFault_data();
    void refusesWhatIsNoFault();
    void everyFaultHasItsWord();
    void setsAFault_data();
    void setsAFault();
    void answersRoutes_data();
    void answersRoutes();
    void showsAndForgetsTheLog();
    void staysReachableWhileRefusing();
    void servesOnlyControlOnTheSecondPort();

private:
    Answer ask(const QByteArray &request, quint16 port = 0);
    std::unique_ptr<SimProvider> m_provider;
};

void TestSimControl::init()
{
    m_provider = std::make_unique<SimProvider>();
    QVERIFY(m_provider->listen());
    QVERIFY(m_provider->listenControl());
}

Answer TestSimControl::ask(const QByteArray &request, quint16 port)
{
    RawPeer peer(port ? port : m_provider->port());
    peer.send(request);
    return nextAnswer(peer);
}

void TestSimControl::readsFaults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Fault>("expected");
    QTest::newRow("a word") << QByteArray(R"({"fault":"hang"})") << faultOf(FaultKind::Hang);
    QTest::newRow("a status as a word") << QByteArray(R"({"fault":"529"})") << statusFault(529);
    QTest::newRow("a status as a number") << QByteArray(R"({"fault":503})") << statusFault(503);
    QTest::newRow("a status with retry-after")
        << QByteArray(R"({"fault":"status","status":429,"retry_after":7})") << statusFault(429, "7");
    QTest::newRow("retry-after as a date")
        << QByteArray(R"({"fault":429,"retry_after":"Fri, 01 Jan 2027 00:00:00 GMT"})")
        << statusFault(429, "Fri, 01 Jan 2027 00:00:00 GMT");
    QTest::newRow("numbers as text, as in a query")
        << QByteArray(R"({"fault":"stalled","after_events":"0"})") << faultAfter(FaultKind::Stalled, 0);
    Fault credit = statusFault(400);
    credit.body = std::get<Fault>(parseFault({{QStringLiteral("fault"), QStringLiteral("credit")}})).body;
    QVERIFY(credit.body.contains("Your credit balance is too low"));
    QTest::newRow("an empty account") << QByteArray(R"({"fault":"credit"})") << credit;
    Fault full = faultOf(FaultKind::EarlyAnswer);
    full.status = 401;
    full.body = "no";
    full.headers = {{"x-a", "b"}};
    full.delay = std::chrono::milliseconds(1);
    full.eventDelay = std::chrono::milliseconds(2);
    full.bytes = 3;
    full.afterAnswer = AfterAnswer::Close;
    full.path = "/v1/messages";
    full.requests = 4;
    QTest::newRow("everything")
        << QByteArray(
               R"({"fault":"early-answer","status":401,"body":"no","headers":{"x-a":"b"},"delay_ms":1,"event_delay_ms":2,)"
               R"("bytes":3,"then":"close","path":"/v1/messages","requests":4})")
        << full;
}

void TestSimControl::readsFaults()
{
    QFETCH(QByteArray, json);
    QFETCH(Fault, expected);
    const ParsedFault parsed = parseFault(QJsonDocument::fromJson(json).object());
    QVERIFY2(std::holds_alternative<Fault>(parsed), json.constData());
    QVERIFY(std::get<Fault>(parsed) == expected);
    const ParsedFault again = parseFault(toJson(expected));
    QVERIFY(std::get<Fault>(again) == expected);
}

void TestSimControl::refusesWhatIsNoFault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, const char *json, const char *names) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(names);
    };
    row("no word", R"({})", "no fault");
    row("an unknown word", R"({"fault":"explode"})", "explode");
    row("a status that is none", R"({"fault":"99"})", "99");
    row("an unknown parameter", R"({"fault":"hang","colour":1})", "colour");
    row("a text for a number", R"({"fault":"slow","delay_ms":"soon"})", "delay_ms");
    row("a fraction", R"({"fault":"slow","delay_ms":1.5})", "delay_ms");
    row("a negative number", R"({"fault":"stalled","after_events":-1})", "after_events");
    row("no requests at all", R"({"fault":"hang","requests":0})", "requests");
    row("a header with a line break", R"({"fault":"500","headers":{"a":"b\r\nc: d"}})", "headers");
    row("a header's name with a colon", R"({"fault":"500","headers":{"a:b":"c"}})", "headers");
    row("a retry-after with a line break", R"({"fault":"429","retry_after":"1\r\nx: y"})", "retry_after");
    row("an unknown then", R"({"fault":"early-answer","then":"dance"})", "then");
    row("a body that is no text", R"({"fault":"500","body":7})", "body");
    row("refuse for some requests", R"({"fault":"refuse","requests":2})", "refuse");
}

void TestSimControl::refusesWhatIsNoFault()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, names);
    const ParsedFault parsed = parseFault(QJsonDocument::fromJson(json).object());
    QVERIFY(std::holds_alternative<QString>(parsed));
    QVERIFY2(std::get<QString>(parsed).contains(names), qPrintable(std::get<QString>(parsed)));
    const Answer answer = ask(post(json, "/_sim/fault"));
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains(names.toUtf8()));
    QCOMPARE(m_provider->fault().kind, FaultKind::None);
}

void TestSimControl::everyFaultHasItsWord()
{
    for (const FaultHelp &fault : allFaults()) {
        const ParsedFault parsed = parseFault({{QStringLiteral("fault"), QString::fromLatin1(fault.word)}});
        QVERIFY2(std::holds_alternative<Fault>(parsed), fault.word);
        QCOMPARE(std::get<Fault>(parsed).kind, fault.kind);
        QCOMPARE(wordOf(fault.kind), QByteArray(fault.word));
    }
    QCOMPARE(allFaults().size(), std::size_t(FaultKind::Gzip) + 1);
}

void TestSimControl::setsAFault_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Fault>("expected");
    QTest::newRow("a word in the path")
        << QByteArray("/_sim/fault/hang") << QByteArray() << faultOf(FaultKind::Hang);
    QTest::newRow("a status in the path")
        << QByteArray("/_sim/fault/529") << QByteArray() << statusFault(529);
    QTest::newRow("parameters in the query")
        << QByteArray("/_sim/fault/status?status=429&retry_after=3") << QByteArray() << statusFault(429, "3");
    QTest::newRow("JSON") << QByteArray("/_sim/fault")
                          << QByteArray(R"({"fault":"stalled","after_events":0})")
                          << faultAfter(FaultKind::Stalled, 0);
}

void TestSimControl::setsAFault()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(Fault, expected);
    const Answer answer = ask(post(body, target));
    QCOMPARE(answer.status, 200);
    QVERIFY(m_provider->fault() == expected);
    const Answer shown = ask("GET /_sim/fault HTTP/1.1\r\nHost: sim\r\n\r\n", m_provider->controlPort());
    QCOMPARE(QJsonDocument::fromJson(shown.body).object(), toJson(expected));
    QCOMPARE(ask(post({}, "/_sim/fault/none"), m_provider->controlPort()).status, 200);
    QCOMPARE(m_provider->fault().kind, FaultKind::None);
    QVERIFY(m_provider->log().empty());
}

void TestSimControl::answersRoutes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    const QByteArray end = " HTTP/1.1\r\nHost: sim\r\n\r\n";
    QTest::newRow("help lists the faults") << "GET /_sim" + end << 200 << QByteArray("reset-in-stream");
    QTest::newRow("an unknown route")
        << "GET /_sim/nothing" + end << 404 << QByteArray("GET /_sim lists them");
    QTest::newRow("a wrong method") << "PUT /_sim/fault" + end << 404 << QByteArray("no such control route");
    QTest::newRow("no JSON") << post("hang", "/_sim/fault") << 400 << QByteArray("not a JSON object");
    QTest::newRow("a web page") << post({}, "/_sim/fault/hang", "Origin: https://evil.example\r\n") << 403
                                << QByteArray("web pages");
    QTest::newRow("a body that is too large")
        << post(QByteArray(70 * 1024, ' '), "/_sim/fault") << 413 << QByteArray("request_too_large");
}

void TestSimControl::answersRoutes()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, part);
    const Answer answer = ask(request);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(part), answer.body.constData());
    QCOMPARE(m_provider->fault().kind, FaultKind::None);
}

void TestSimControl::showsAndForgetsTheLog()
{
    ask(post(plainBody, "/v1/messages", "X-Api-Key: sk-secret\r\nX-Custom: seen\r\n"));
    const QByteArray show = "GET /_sim/log HTTP/1.1\r\nHost: sim\r\n\r\n";
    const Answer answer = ask(show);
    QVERIFY(!answer.body.contains("sk-secret"));
    QVERIFY(answer.body.contains(R"(["X-Custom","seen"])"));
    const QJsonObject request = QJsonDocument::fromJson(answer.body)[u"requests"][0].toObject();
    QCOMPARE(request[u"target"].toString(), QStringLiteral("/v1/messages"));
    QCOMPARE(request[u"body_size"].toInteger(), plainBody.size());
    QCOMPARE(request[u"body_sha256"].toString().size(), 64);
    QCOMPARE(request[u"framing"].toString(), QStringLiteral("length"));
    QVERIFY(request[u"answered"].toBool());
    QCOMPARE(ask("DELETE /_sim/log HTTP/1.1\r\nHost: sim\r\n\r\n").status, 200);
    QVERIFY(m_provider->log().empty());
}

void TestSimControl::staysReachableWhileRefusing()
{
    const Answer broken = ask(post({}, "/_sim/fault/refuse"));
    QCOMPARE(broken.status, 200);
    QVERIFY(!RawPeer(m_provider->port()).isConnected());
    QCOMPARE(ask(post({}, "/_sim/fault/none"), m_provider->controlPort()).status, 200);
    QVERIFY(RawPeer(m_provider->port()).isConnected());
    QCOMPARE(m_provider->controlUrl().port(), int(m_provider->controlPort()));
}

void TestSimControl::servesOnlyControlOnTheSecondPort()
{
    QCOMPARE(ask(post(plainBody), m_provider->controlPort()).status, 404);
    QVERIFY(m_provider->log().empty());
}

QTEST_GUILESS_MAIN(TestSimControl)
#include "tst_sim_control.moc"
