// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/request_peek.h"

#include <QElapsedTimer>
#include <QTest>

using namespace qcc;

/// Model and stream of a request body, in any chunking.
class TestRequestPeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyIsRead_data();
    void aBodyIsRead();
    void everySplitGivesTheSame_data() { aBodyIsRead_data(); }
    void everySplitGivesTheSame();
    void saysWhereTheModelStands_data();
    void saysWhereTheModelStands();
    void nothingIsReadOnceAllAreKnown();
    void longBodiesAreReadInOnePass();
};

namespace {

/// "model stream state", '-' for what is not known.
QString say(const RequestPeek &peek)
{
    const QString model = peek.model() ? QString::fromUtf8(*peek.model()) : QStringLiteral("-");
    const QString stream = !peek.stream()   ? QStringLiteral("-")
                           : *peek.stream() ? QStringLiteral("true")
                                            : QStringLiteral("false");
    const QString state = peek.broken()     ? QStringLiteral("broken")
                          : peek.finished() ? QStringLiteral("finished")
                                            : QStringLiteral("open");
    return QStringLiteral("%1 %2 %3").arg(model, stream, state);
}

} // namespace

void TestRequestPeek::aBodyIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QByteArray &body, const char *expected) {
        QTest::newRow(title) << body << QString::fromUtf8(expected);
    };
    row("both in front", R"({"model":"m","stream":true,"messages":[]})", "m true finished");
    row("stream last", R"({"model":"m","messages":[{"role":"user","content":"hi"}],"stream":false})",
        "m false finished");
    row("white space everywhere", " \r\n{\t\"model\" :\n\"m\" , \"stream\" : true }", "m true finished");
    row("neither", R"({"max_tokens":1,"x":null,"y":-1.5e+3,"z":1E2})", "- - finished");
    row("an empty object", "{}", "- - finished");
    row("nested ones don't count", R"({"a":{"model":"x","stream":true},"b":[{"model":"y"}],"model":"m"})",
        "m - finished");
    row("names inside strings don't count", R"({"a":"\"model\":\"x\",","model":"m"})", "m - finished");
    row("brackets in nested strings", R"({"a":[{"t":"]}\"{[\\"},"\\"],"model":"m","stream":true})",
        "m true finished");
    row("the first one wins", R"({"model":"first","model":"second","stream":true})", "first true finished");
    row("an escaped key", R"({"mod\u0065l":"m","str\u0065am":true})", "m true finished");
    row("an escaped model", R"({"model":"a\"b\\c\u00e9\ud83d\ude00","stream":true})",
        "a\"b\\cé😀 true finished");
    row("a model that is no string", R"({"model":7,"stream":true})", "- true finished");
    row("a model that is an object", R"({"model":{"model":"x"},"stream":true})", "- true finished");
    row("a stream that is null", R"({"stream":null,"model":"m"})", "m - finished");
    row("a stream that is a string", R"({"stream":"true","model":"m"})", "m - finished");
    row("a stream that is a number", R"({"stream":1,"model":"m"})", "m - finished");
    row("an empty model", R"({"model":"","stream":true})", " true finished");
    row("a model of the longest length", R"({"model":")" + QByteArray(256, 'm') + R"("})",
        (QByteArray(256, 'm') + " - finished").constData());
    row("a model that is too long", R"({"model":")" + QByteArray(257, 'm') + R"("})", "- - finished");
    row("a key that is too long", "{\"" + QByteArray(300, 'k') + R"(":1,"model":"m"})", "m - finished");
    row("cut off in the model", R"({"model":"claude)", "- - open");
    row("cut off behind the model", R"({"model":"m",)", "m - open");
    row("nothing at all", "", "- - open");
    row("an array", "[1]", "- - broken");
    row("a string", "\"model\"", "- - broken");
    row("no JSON", "model=m&stream=true", "- - broken");
    row("a BOM", "\xEF\xBB\xBF{}", "- - broken");
    row("a missing colon", R"({"model" "m"})", "- - broken");
    row("a missing comma", R"({"model":"m" "stream":true})", "m - broken");
    row("broken once both are known", R"({"model":"m","stream":true,]})", "m true broken");
    row("messages that are no list", R"({"messages":"x","model":"m","stream":true})", "m true finished");
    row("a comma in front", R"({,"model":"m"})", "- - broken");
    row("a comma at the end", R"({"model":"m",})", "m - broken");
    row("a key without quotes", "{model:1}", "- - broken");
    row("a missing value", R"({"model":,})", "- - broken");
    row("what follows the object is not read", R"({"model":"m"} {"model":"x","stream":true})",
        "m - finished");
}

void TestRequestPeek::aBodyIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    RequestPeek peek;
    peek.feed(body);
    QCOMPARE(say(peek), expected);
}

void TestRequestPeek::everySplitGivesTheSame()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    RequestPeek bytewise;
    for (const char c : body)
        bytewise.feed(QByteArrayView(&c, 1));
    QCOMPARE(say(bytewise), expected);
    for (qsizetype border = 0; border <= body.size(); ++border) {
        RequestPeek peek;
        peek.feed(QByteArrayView(body).first(border));
        peek.feed({});
        peek.feed(QByteArrayView(body).sliced(border));
        QCOMPARE(say(peek), expected);
    }
}

void TestRequestPeek::saysWhereTheModelStands_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("in front") << QByteArray(R"({"model":"m","stream":true})") << QByteArray(R"("m")");
    QTest::newRow("with white space") << QByteArray(" {\n\"model\" :\t\"m\" }") << QByteArray(R"("m")");
    QTest::newRow("empty") << QByteArray(R"({"model":""})") << QByteArray(R"("")");
    QTest::newRow("escaped") << QByteArray(R"({"a":"\"","model":"a\"b\\","b":"c"})")
                             << QByteArray(R"("a\"b\\")");
    QTest::newRow("behind nested and other strings")
        << QByteArray(R"({"system":"model","x":{"model":"y"},"model":"m","stream":true})")
        << QByteArray(R"("m")");
    QTest::newRow("the first of two") << QByteArray(R"({"model":"a","model":"bcd"})") << QByteArray(R"("a")");
    QTest::newRow("none") << QByteArray(R"({"stream":true})") << QByteArray();
    QTest::newRow("no string") << QByteArray(R"({"model":7})") << QByteArray();
    QTest::newRow("not to its end") << QByteArray(R"({"model":"m)") << QByteArray();
    QTest::newRow("too long") << QByteArray(R"({"model":")" + QByteArray(300, 'm') + R"("})") << QByteArray();
}

void TestRequestPeek::saysWhereTheModelStands()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    for (qsizetype step = 1; step <= body.size(); ++step) {
        RequestPeek peek;
        for (qsizetype at = 0; at < body.size(); at += step)
            peek.feed(QByteArrayView(body).sliced(at, std::min(step, body.size() - at)));
        const auto range = peek.modelRange();
        QCOMPARE(range.has_value(), !expected.isEmpty());
        QCOMPARE(range ? body.mid(range->offset, range->size) : QByteArray(), expected);
    }
}

void TestRequestPeek::nothingIsReadOnceAllAreKnown()
{
    RequestPeek peek;
    peek.feed(R"({"stream":true,"model":"m")");
    QVERIFY(!peek.finished());
    peek.feed(R"(,"messages":[])");
    QVERIFY(peek.finished());
    peek.feed("garbage ]]]");
    QCOMPARE(say(peek), QStringLiteral("m true finished"));
}

void TestRequestPeek::longBodiesAreReadInOnePass()
{
    // 32 MiB of text with an escape every 64 bytes, in the 64 KiB pieces in which sockets hand it over.
    const QByteArray line = QByteArray(62, 'x') + "\\n";
    const QByteArray chunk = line.repeated(1024);
    RequestPeek peek;
    peek.feed(R"({"model":"m","messages":[{"content":")");
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 512; ++i)
        peek.feed(chunk);
    const qint64 ns = timer.nsecsElapsed();
    peek.feed(R"("}],"stream":true})");
    QCOMPARE(say(peek), QStringLiteral("m true finished"));
    qInfo("%.0f MB/s", 512.0 * static_cast<double>(chunk.size()) * 1000.0 / static_cast<double>(ns));
    // Generous, for sanitizers and busy machines: what counts is that it is linear.
    QVERIFY2(ns < 20'000'000'000, "32 MiB took more than 20 s");
}

QTEST_GUILESS_MAIN(TestRequestPeek)
#include "tst_request_peek.moc"
