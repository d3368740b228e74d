// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/usage_reader.h"

#include "models/rules/sse_scanner.h"

#include <QTest>

using namespace qcc;

namespace {

using Usage = std::optional<TokenUsage>;

QByteArray started(const QByteArray &usage)
{
    return R"({"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",)"
           R"("model":"claude-sonnet-4-5","content":[],"stop_reason":null,"usage":)" +
           usage + "}}";
}

QByteArray ended(const QByteArray &usage)
{
    return R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":)" + usage + "}";
}

QByteArray sse(const QByteArray &name, const QByteArray &data, const QByteArray &lineEnd = "\n")
{
    return "event: " + name + lineEnd + "data: " + data + lineEnd + lineEnd;
}

const QByteArray kText = sse(
    "content_block_delta",
    "{\"type\":\"content_block_delta\",\"delta\":{\"text\":\"\\\"usage\\\":{\\\"input_tokens\\\":666}\"}}");

/// The stream of one message.
QByteArray stream(const QByteArray &first, const QByteArray &last)
{
    return sse("message_start", started(first)) + sse("ping", R"({"type":"ping"})") + kText +
           sse("message_delta", ended(last)) + sse("message_stop", R"({"type":"message_stop"})");
}

const QByteArray kFirst =
    R"({"input_tokens":25,"cache_creation_input_tokens":300,"cache_read_input_tokens":12000,"output_tokens":1})";

} // namespace

class TestUsageReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams_data();
    void streams();
    void messages_data();
    void messages();
    void tails_data();
    void tails();
    void theTailIsBounded();
    void costs();
};

void TestUsageReader::streams_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Usage>("usage");
    const auto row = [](const char *title, const QByteArray &bytes, Usage usage) {
        QTest::newRow(title) << bytes << usage;
    };
    row("input at the start, output at the end", stream(kFirst, R"({"output_tokens":87})"),
        TokenUsage{25, 87, 12000, 300});
    row("the end repeats what the start said",
        stream(kFirst, R"({"input_tokens":25,"cache_read_input_tokens":12000,"output_tokens":87})"),
        TokenUsage{25, 87, 12000, 300});
    row("only the end knows",
        stream(R"({"input_tokens":0,"output_tokens":0})", R"({"input_tokens":31,"output_tokens":9})"),
        TokenUsage{31, 9, 0, 0});
    row("cumulative output",
        sse("message_delta", ended(R"({"output_tokens":5})")) +
            sse("message_delta", ended(R"({"output_tokens":17})")),
        TokenUsage{0, 17, 0, 0});
    row("usage that goes on in a second line", stream("{\"input_tokens\": 7,\n\"output_tokens\": 3}", "{}"),
        TokenUsage{7, 0, 0, 0});
    row("nested objects and spaces",
        stream(R"({ "input_tokens" : 7 , "cache_creation" : {"input_tokens":9}, "output_tokens" : 2 })",
               "{}"),
        TokenUsage{7, 2, 0, 0});
    row("without event lines",
        "data: " + started(kFirst) + "\n\ndata: " + ended(R"({"output_tokens":3})") + "\n\n",
        TokenUsage{25, 3, 12000, 300});
    row("CRLF", sse("message_start", started(kFirst), "\r\n"), TokenUsage{25, 1, 12000, 300});
    row("a cut stream keeps what it told", sse("message_start", started(kFirst)) + kText.left(30),
        TokenUsage{25, 1, 12000, 300});
    row("nothing told", kText + sse("message_stop", "{}"), std::nullopt);
    row("usage in other events", sse("content_block_delta", ended(R"({"output_tokens":3})")), std::nullopt);
    row("negative", stream(R"({"input_tokens":-25})", R"({"output_tokens":-1})"), std::nullopt);
    row("huge", stream(R"({"input_tokens":99999999999999999999})", R"({"output_tokens":1e300})"),
        std::nullopt);
    row("texts and fractions", stream(R"({"input_tokens":"25"})", R"({"output_tokens":1.5})"), std::nullopt);
    row("null", stream("null", "null"), std::nullopt);
    row("a list", stream("[1,2]", R"(["output_tokens",3])"), std::nullopt);
    row("one good count among bad ones", stream(R"({"input_tokens":null,"cache_read_input_tokens":4})", "{}"),
        TokenUsage{0, 0, 4, 0});
    row("the largest count that is believed", stream(R"({"input_tokens":999999999999})", "{}"),
        TokenUsage{UsageReader::kMostTokens, 0, 0, 0});
    row("data that is no JSON", sse("message_start", "usage") + sse("message_delta", "{\"usage\":"),
        std::nullopt);
    row("an event beyond the limit of a line",
        sse("message_start", started(R"({"note":")" + QByteArray(5000, 'x') + R"(","input_tokens":25})")),
        std::nullopt);
}

/// However the bytes are cut.
void TestUsageReader::streams()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Usage, usage);
    SseScanner whole;
    whole.feed(bytes);
    QCOMPARE(whole.usage(), usage);
    const qsizetype step = bytes.size() > 2000 ? 97 : 1;
    for (qsizetype at = 1; at < bytes.size(); at += step) {
        SseScanner halves;
        halves.feed(QByteArrayView(bytes).first(at));
        halves.feed(QByteArrayView(bytes).sliced(at));
        QVERIFY2(halves.usage() == usage, qPrintable(QString::number(at)));
    }
    for (const qsizetype size : {1, 2, 3, 7, 64}) {
        SseScanner pieces;
        for (qsizetype at = 0; at < bytes.size(); at += size)
            pieces.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
        QCOMPARE(pieces.usage(), usage);
    }
}

void TestUsageReader::messages_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Usage>("usage");
    QTest::newRow("a message")
        << QByteArray(R"({"content":[{"type":"text","text":"\"usage\":{}"}],"usage":)" + kFirst + "}")
        << Usage(TokenUsage{25, 1, 12000, 300});
    QTest::newRow("usage in front")
        << QByteArray(
               R"({"usage":{"input_tokens":1,"output_tokens":2},"content":[{"usage":{"input_tokens":3}}]})")
        << Usage(TokenUsage{1, 2, 0, 0});
    QTest::newRow("only nested") << QByteArray(R"({"content":[{"usage":{"input_tokens":3}}]})") << Usage();
    QTest::newRow("cut inside a number") << QByteArray(R"({"usage":{"output_tokens":1)") << Usage();
    QTest::newRow("cut behind one") << QByteArray(R"({"usage":{"input_tokens":5,"output_tokens":1)")
                                    << Usage(TokenUsage{5, 0, 0, 0});
    QTest::newRow("a list") << QByteArray("[1]") << Usage();
    QTest::newRow("nothing") << QByteArray() << Usage();
}

void TestUsageReader::messages()
{
    QFETCH(QByteArray, json);
    UsageReader reader;
    reader.takeMessage(json);
    QTEST(reader.usage(), "usage");
}

void TestUsageReader::tails_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Usage>("usage");
    const QByteArray start = R"({"content":[{"type":"text","text":")" + QByteArray(20'000, 'x');
    const auto row = [](const char *title, const QByteArray &json, Usage usage) {
        QTest::newRow(title) << json << usage;
    };
    row("at the end", start + R"("}],"usage":)" + kFirst + "}", TokenUsage{25, 1, 12000, 300});
    row("before the last member", start + R"("}],"usage": {"input_tokens":4} ,"id":"}\"{" })" + "\n",
        TokenUsage{4, 0, 0, 0});
    row("nested in the content", start + R"("},{"input":{"usage":{"input_tokens":3}}}]})", std::nullopt);
    row("nested in the content, and at the end",
        start + R"("},{"input":{"usage":{"input_tokens":3}}}],"usage":{"input_tokens":4}})",
        TokenUsage{4, 0, 0, 0});
    row("nested behind the right one",
        start + R"("}],"usage":{"input_tokens":4},"more":{"usage":{"input_tokens":3}}})",
        TokenUsage{4, 0, 0, 0});
    row("as a text", start + R"(\"usage\":{\"input_tokens\":3}"}]})", std::nullopt);
    row("as a value", start + R"("}],"kind":"usage"})", std::nullopt);
    row("no object", start + R"("}],"usage":12})", std::nullopt);
    row("cut off", start + R"("}],"usage":{"input_tokens":4})", std::nullopt);
    row("further back than is kept", R"({"usage":{"input_tokens":4},)" + start.sliced(1) + "\"}]}",
        std::nullopt);
    row("short", R"({"usage":{"input_tokens":4}})", TokenUsage{4, 0, 0, 0});
    row("nothing", {}, std::nullopt);
}

void TestUsageReader::tails()
{
    QFETCH(QByteArray, json);
    QFETCH(Usage, usage);
    for (const qsizetype size : {qsizetype(1), qsizetype(1000), qsizetype(16 * 1024), json.size() + 1}) {
        MessageTail tail;
        for (qsizetype at = 0; at < json.size(); at += size)
            tail.feed(QByteArrayView(json).sliced(at, std::min(size, json.size() - at)));
        UsageReader reader;
        reader.takeUsage(tail.usageObject());
        QCOMPARE(reader.usage(), usage);
    }
}

void TestUsageReader::theTailIsBounded()
{
    MessageTail tail;
    for (int i = 0; i < 1000; ++i)
        tail.feed(QByteArray(1 + i * 37 % 9000, 'x'));
    tail.feed(R"("usage":{"note":")" + QByteArray(3 * MessageTail::kKept, 'y') + R"("}})");
    QCOMPARE(tail.usageObject().size(), qsizetype(0));
}

/// What reading the usage of a message costs, both events together.
void TestUsageReader::costs()
{
    const QByteArray first = started(kFirst);
    const QByteArray last = ended(R"({"output_tokens":87})");
    Usage usage;
    QBENCHMARK
    {
        UsageReader reader;
        reader.takeEvent(first);
        reader.takeEvent(last);
        usage = reader.usage();
    }
    QCOMPARE(usage, Usage(TokenUsage{25, 87, 12000, 300}));
}

QTEST_APPLESS_MAIN(TestUsageReader)
#include "tst_usage_reader.moc"
