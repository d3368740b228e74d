// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/answer_plan.h"
#include "app/sim/answers.h"
#include "app/sim/body_peek.h"
#include "app/sim/request_log.h"

#include <QTest>

using namespace qcc::sim;

class TestSimParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void peeksAtABody_data();
    void peeksAtABody();
    void seesToolsAndTheirResults_data();
    void seesToolsAndTheirResults();
    void callsAToolUntilItsResultIsThere();
    void cutsATextIntoPieces_data();
    void cutsATextIntoPieces();
    void logForgetsTheOldest();
    void logShedsOldBodies();
    void logIgnoresForgottenEntries();
};

void TestSimParts::peeksAtABody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("object");
    const auto row = [](const char *name, const char *body, const char *model, bool stream, bool object) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(model) << stream << object;
    };
    row("model first", R"({"model":"a","stream":true})", "a", true, true);
    row("model last, with spaces", " { \"stream\" : true ,\n \"x\" : [1, 2] , \"model\" : \"a b\" } ", "a b",
        true, true);
    row("deeper keys don't count", R"({"m":{"model":"x","stream":true},"l":["model","y"],"model":"a"})", "a",
        false, true);
    row("keys inside texts don't count", R"({"t":"\"model\":\"x\",{","model":"a"})", "a", false, true);
    row("stream false", R"({"stream":false,"model":"a"})", "a", false, true);
    row("no model", R"({"stream":true})", "", true, true);
    row("an empty object", "{}", "", false, true);
    row("cut", R"({"model":"a",)", "a", false, false);
    row("cut in a text", R"({"model":"a)", "", false, false);
    row("an array", R"([{"model":"a"}])", "", false, false);
    row("nothing", "", "", false, false);
}

void TestSimParts::peeksAtABody()
{
    QFETCH(QByteArray, body);
    for (qsizetype cut = 0; cut <= body.size(); ++cut) {
        BodyPeek peek;
        peek.feed(QByteArrayView(body).first(cut));
        peek.feed(QByteArrayView(body).sliced(cut));
        QTEST(peek.model(), "model");
        QTEST(peek.wantsStream(), "stream");
        QTEST(peek.isObject(), "object");
    }
}

void TestSimParts::seesToolsAndTheirResults_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("offers");
    QTest::addColumn<bool>("result");
    QTest::newRow("none") << QByteArray(R"({"model":"m","messages":[{"role":"user","content":"tools"}]})")
                          << false << false;
    QTest::newRow("an empty list") << QByteArray(R"({"tools":[],"messages":[{"role":"user"}]})") << false
                                   << false;
    QTest::newRow("one tool") << QByteArray(R"({"messages":[{"a":{}}],"tools":[{"name":"Bash"}]})") << true
                              << false;
    QTest::newRow("tools of something inside")
        << QByteArray(R"({"messages":[{"tools":[{"name":"Bash"}]}]})") << false << false;
    QTest::newRow("a result") << QByteArray(
                                     R"({"tools":[{}],"messages":[{"content":[{"type":"tool_result"}]}]})")
                              << true << true;
    QTest::newRow("only told of") << QByteArray(R"({"tools":[{}],"messages":["a \"tool_result\" is"]})")
                                  << true << false;
}

void TestSimParts::seesToolsAndTheirResults()
{
    QFETCH(QByteArray, body);
    for (qsizetype cut = 0; cut <= body.size(); ++cut) {
        BodyPeek peek;
        peek.feed(QByteArrayView(body).first(cut));
        peek.feed(QByteArrayView(body).sliced(cut));
        QTEST(peek.offersTools(), "offers");
        QTEST(peek.hasToolResult(), "result");
    }
}

void TestSimParts::callsAToolUntilItsResultIsThere()
{
    SimOptions options;
    options.tool = ToolCall{"Bash", R"({"command":"echo \"hi\""})"};
    RequestFacts facts;
    facts.method = "POST";
    facts.path = "/v1/messages";
    facts.model = "m";
    facts.isJsonObject = facts.offersTools = true;
    facts.requestId = "req_1";
    const auto content = [&] {
        const QJsonObject body = QJsonDocument::fromJson(planAnswer(facts, options).body).object();
        return std::pair(body.value(u"stop_reason").toString(),
                         body.value(u"content").toArray().last().toObject());
    };
    const auto [reason, call] = content();
    QCOMPARE(reason, QStringLiteral("tool_use"));
    QCOMPARE(call.value(u"name").toString(), QStringLiteral("Bash"));
    QCOMPARE(call.value(u"input").toObject().value(u"command").toString(), QStringLiteral("echo \"hi\""));

    facts.wantsStream = true;
    QByteArray events;
    for (const Step &step : planAnswer(facts, options).events)
        events += step.bytes;
    const QByteArray input = R"("partial_json":"{\"command\":\"echo \\\"hi\\\"\"}")";
    const QByteArray end = R"("stop_reason":"tool_use")";
    QVERIFY(events.contains(input));
    QVERIFY(events.contains(end));

    facts.wantsStream = false;
    facts.hasToolResult = true;
    QCOMPARE(content().first, QStringLiteral("end_turn"));
}

void TestSimParts::cutsATextIntoPieces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("one piece") << QByteArray("hello") << 1;
    QTest::newRow("more pieces than letters") << QByteArray("ab") << 50;
    QTest::newRow("characters of several bytes stay whole") << QByteArray("你好，世界。再见，世界。") << 7;
}

void TestSimParts::cutsATextIntoPieces()
{
    QFETCH(QByteArray, text);
    QFETCH(int, count);
    const std::vector<QByteArray> pieces = answers::pieces(text, count);
    QCOMPARE(pieces.size(), std::size_t(count));
    QByteArray joined;
    for (const QByteArray &piece : pieces) {
        QVERIFY(!piece.isEmpty());
        QCOMPARE(QString::fromUtf8(piece).toUtf8(), piece);
        QVERIFY(!QString::fromUtf8(piece).contains(QChar::ReplacementCharacter));
        joined += piece;
    }
    QVERIFY(joined.startsWith(text));
}

void TestSimParts::logForgetsTheOldest()
{
    RequestLog log;
    for (std::size_t i = 0; i < RequestLog::maxEntries + 5; ++i)
        log.add({});
    const auto entries = log.entries();
    QCOMPARE(entries.size(), RequestLog::maxEntries);
    QCOMPARE(entries.front().sequence, quint64(6));
    QCOMPARE(log.find(5), nullptr);
    QCOMPARE(log.find(6)->sequence, quint64(6));
    QCOMPARE(log.find(quint64(RequestLog::maxEntries + 6)), nullptr);
}

void TestSimParts::logShedsOldBodies()
{
    RequestLog log;
    const QByteArray body(ReceivedRequest::maxKeptBody + 7, 'b');
    const auto fit = quint64(RequestLog::maxBodyBytes / ReceivedRequest::maxKeptBody);
    for (quint64 i = 1; i <= fit + 3; ++i)
        log.appendBody(log.add({}), body);
    QCOMPARE(log.find(3)->body.size(), 0);
    QCOMPARE(log.find(3)->bodySize, body.size());
    QCOMPARE(log.find(4)->body.size(), ReceivedRequest::maxKeptBody);
    qint64 kept = 0;
    for (const ReceivedRequest &request : log.entries())
        kept += request.body.size();
    QCOMPARE(kept, RequestLog::maxBodyBytes);
}

void TestSimParts::logIgnoresForgottenEntries()
{
    RequestLog log;
    const quint64 first = log.add({});
    log.clear();
    log.appendBody(first, "late");
    log.markComplete(first, "hash", {});
    log.markAborted(first, {});
    QVERIFY(log.entries().empty());
    QCOMPARE(log.add({}), first + 1);
    QVERIFY(!log.find(first + 1)->complete);
}

QTEST_GUILESS_MAIN(TestSimParts)
#include "tst_sim_parts.moc"
