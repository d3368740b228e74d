// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/sse_scanner.h"

#include <QElapsedTimer>
#include <QTest>

using namespace qcc;

/// What a stream says, whatever the chunk borders.
class TestSseScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStreamIsUnderstood_data();
    void aStreamIsUnderstood();
    void everySplitGivesTheSame_data() { aStreamIsUnderstood_data(); }
    void everySplitGivesTheSame();
    void everyTwoSplitsGiveTheSame();
    void megabytesInALineAreNotKept();
    void anEventCountsOnlyWithItsBlankLine();
    void anEventIsCheap_data();
    void anEventIsCheap();
};

namespace {

/// All that the scanner can say, in one line: "events content stop error(type)/before".
QString say(const SseScanner &s)
{
    QString text = QStringLiteral("%1").arg(s.eventCount());
    if (s.contentSeen())
        text += QStringLiteral(" content");
    if (s.messageStopSeen())
        text += QStringLiteral(" stop");
    if (s.errorSeen())
        text += QStringLiteral(" error(%1)").arg(s.errorType());
    if (s.errorBeforeContent())
        text += QStringLiteral(" early");
    return text;
}

QByteArray sseEvent(const char *type, const QByteArray &data = "{}")
{
    return QByteArray("event: ") + type + "\ndata: " + data + "\n\n";
}

const QByteArray kStart = sseEvent("message_start", R"({"type":"message_start","message":{"type":"error"}})");
const QByteArray kPing = sseEvent("ping", R"({"type": "ping"})");
const QByteArray kDelta =
    sseEvent("content_block_delta", R"({"type":"content_block_delta","delta":{"text":"hi"}})");
const QByteArray kStop = sseEvent("message_stop", R"({"type":"message_stop"})");
const QByteArray kErrorData =
    R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})";
const QByteArray kError = sseEvent("error", kErrorData);

} // namespace

void TestSseScanner::aStreamIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QByteArray &stream, const char *expected) {
        QTest::newRow(title) << stream << QString::fromLatin1(expected);
    };
    const QByteArray whole = kStart + kPing + kDelta + kDelta + kStop;
    row("nothing", "", "0");
    row("a whole message", whole, "5 content stop");
    row("the same with CRLF", QByteArray(whole).replace("\n", "\r\n"), "5 content stop");
    row("the same with CR", QByteArray(whole).replace("\n", "\r"), "5 content stop");
    row("the same with a BOM", "\xEF\xBB\xBF" + whole, "5 content stop");
    row("a BOM in front of a blank line", "\xEF\xBB\xBF\n\n" + kDelta, "1 content");
    row("a BOM later is no BOM",
        "\n\xEF\xBB\xBF"
        "data: {}\n\n",
        "0");
    row("comments and blank lines count for nothing", ": keep-alive\n\n:\n\n\n\n" + kPing, "1");
    row("ids and retry times count for nothing", "id: 1\nretry: 10\n\n", "0");
    row("pings and the start are no content", kStart + kPing + kPing, "3");
    row("message_stop without text", kStart + kStop, "2 content stop");
    row("an error before content", kStart + kPing + kError, "3 error(overloaded_error) early");
    row("an error after content", kStart + kDelta + kError, "3 content error(overloaded_error)");
    row("content after an error stays an early error", kError + kDelta,
        "2 content error(overloaded_error) early");
    row("the first error's type counts", kError + sseEvent("error", R"({"error":{"type":"api_error"}})"),
        "2 error(overloaded_error) early");
    row("an error without data", "event: error\n\n", "1 error() early");
    row("an error whose data is no JSON", sseEvent("error", "upstream gone"), "1 error() early");
    row("an error type that is free text is not told",
        sseEvent("error", R"({"error":{"type":"my key is sk-1"}})"), "1 error() early");
    row("data only: start, ping, delta, stop",
        "data: {\"type\":\"message_start\"}\n\ndata: {\"type\":\"ping\"}\n\n"
        "data: {\"type\":\"content_block_delta\"}\n\ndata: {\"type\":\"message_stop\"}\n\n",
        "4 content stop");
    row("data only: start and ping are no content",
        "data: {\"type\":\"message_start\"}\n\ndata: { \"type\" : \"ping\" }\n\n", "2");
    row("data only: an error", "data: " + kErrorData + "\n\n", "1 error(overloaded_error) early");
    row("data only: an error whose type comes last",
        "data: {\"error\":{\"type\":\"api_error\",\"message\":\"}\"},\"type\":\"error\"}\n\n",
        "1 error(api_error) early");
    row("data only: an OpenAI-like error without type",
        "data: {\"error\":{\"code\":\"insufficient_quota\"}}\n\n", "1 error(insufficient_quota) early");
    row("data only: error null is no error", "data: {\"error\":null,\"choices\":[]}\n\n", "1 content");
    row("data only: a nested type does not count", "data: {\"delta\":{\"type\":\"error\"}}\n\n", "1 content");
    row("data only: an escaped type", "data: {\"type\":\"pi\\u006eg\"}\n\n", "1");
    row("data only: the end mark of other protocols is an unknown event", "data: [DONE]\n\n", "1 content");
    row("no space behind the colon", "event:ping\ndata:{}\n\n", "1");
    row("two spaces behind the colon belong to the value", "event:  ping\ndata: {}\n\n", "1 content");
    row("a field name that only begins like one", "events: error\ndatum: x\n\n", "0");
    row("a data line without colon", "event: content_block_delta\ndata\n\n", "1 content");
    row("an event without data is none", "event: message_stop\n\n", "0");
    row("the event line may follow the data", "data: {}\nevent: message_stop\n\n", "1 content stop");
    row("the last event line counts", "event: error\nevent: ping\ndata: {}\n\n", "1");
    row("an empty event line falls back to the data", "event:\ndata: {\"type\":\"ping\"}\n\n", "1");
    row("several data lines are one event", "event: x\ndata: {\ndata: }\n\n", "1 content");
    row("the type does not leak into the next event", kPing + "data: {}\n\n", "2 content");
    row("without the last blank line the event is not complete", kStart + kDelta.chopped(1), "1");
    row("without the last line end either", kStart + "event: message_stop\ndata: {}", "1");
    row("mixed line ends", "event: ping\r\ndata: {}\n\revent: error\rdata: {}\r\n\r\n", "2 error() early");
}

void TestSseScanner::aStreamIsUnderstood()
{
    QFETCH(QByteArray, stream);
    QFETCH(QString, expected);
    SseScanner scanner;
    scanner.feed(stream);
    QCOMPARE(say(scanner), expected);
}

void TestSseScanner::everySplitGivesTheSame()
{
    QFETCH(QByteArray, stream);
    QFETCH(QString, expected);
    SseScanner bytewise;
    for (const char c : stream)
        bytewise.feed(QByteArrayView(&c, 1));
    QCOMPARE(say(bytewise), expected);
    for (qsizetype border = 0; border <= stream.size(); ++border) {
        SseScanner scanner;
        scanner.feed(QByteArrayView(stream).first(border));
        scanner.feed({});
        scanner.feed(QByteArrayView(stream).sliced(border));
        QCOMPARE(say(scanner), expected);
    }
}

void TestSseScanner::everyTwoSplitsGiveTheSame()
{
    const QByteArray stream =
        "event: ping\r\ndata: {}\r\n\r\nevent: error\r\ndata: {\"error\":{\"type\":\"a\"}}\r\n\r\n";
    for (qsizetype a = 0; a <= stream.size(); ++a) {
        for (qsizetype b = a; b <= stream.size(); ++b) {
            SseScanner scanner;
            scanner.feed(QByteArrayView(stream).first(a));
            scanner.feed(QByteArrayView(stream).sliced(a, b - a));
            scanner.feed(QByteArrayView(stream).sliced(b));
            QCOMPARE(say(scanner), QStringLiteral("2 error(a) early"));
        }
    }
}

void TestSseScanner::megabytesInALineAreNotKept()
{
    const QByteArray chunk(64 * 1024, 'x');
    SseScanner scanner;
    scanner.feed("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"text\":\"");
    for (int i = 0; i < 64; ++i) // 4 MiB
        scanner.feed(chunk);
    QVERIFY(!scanner.contentSeen());
    scanner.feed("\"}\n\n");
    QCOMPARE(say(scanner), QStringLiteral("1 content"));

    // A long error still tells its type, for that stands in front.
    scanner.feed("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"");
    for (int i = 0; i < 16; ++i)
        scanner.feed(chunk);
    scanner.feed("\"}}\n\n" + kStop);
    QCOMPARE(say(scanner), QStringLiteral("3 content stop error(api_error)"));
}

void TestSseScanner::anEventCountsOnlyWithItsBlankLine()
{
    SseScanner scanner;
    scanner.feed(kStart);
    scanner.feed(kDelta.chopped(1));
    QVERIFY(!scanner.contentSeen());
    scanner.feed("\n");
    QVERIFY(scanner.contentSeen());
    QVERIFY(!scanner.messageStopSeen());
}

void TestSseScanner::anEventIsCheap_data()
{
    const QByteArray data = "data: "
                            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_"
                            "delta\",\"text\":\"some words\"}}\n\n";
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("named, one chunk an event")
        << QByteArray("event: content_block_delta\n" + data) << QByteArray();
    QTest::newRow("data only, one chunk an event") << data << QByteArray();
    QTest::newRow("cut in the middle") << "event: content_block_delta\n" + data.first(40) << data.sliced(40);
}

void TestSseScanner::anEventIsCheap()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    constexpr int kEvents = 100'000;
    SseScanner scanner;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kEvents; ++i) {
        scanner.feed(first);
        scanner.feed(second);
    }
    const qint64 nsPerEvent = timer.nsecsElapsed() / kEvents;
    QCOMPARE(scanner.eventCount(), kEvents);
    qInfo("%lld ns an event", static_cast<long long>(nsPerEvent));
    // The aim is well under 1 µs; the bound leaves room for sanitizers and busy machines.
    QVERIFY(nsPerEvent < 50'000);
}

QTEST_GUILESS_MAIN(TestSseScanner)
#include "tst_sse_scanner.moc"
