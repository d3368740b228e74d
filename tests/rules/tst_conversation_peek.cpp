// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/request_peek.h"

#include <QTest>

using namespace qcc;

/// What tells one request of a conversation from another: its last message, and the summary it goes on from.
class TestConversationPeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreDigested_data();
    void bytesAreDigested();
    void theLastMessageTells_data();
    void theLastMessageTells();
    void aSummaryIsSeen_data();
    void aSummaryIsSeen();
    void everySplitGivesTheSame_data() { aSummaryIsSeen_data(); }
    void everySplitGivesTheSame();
};

namespace {

const QByteArray kMark = ConversationPeek::kSummaryMark.toByteArray() +
                         " that ran out of context. The summary below covers the earlier portion.\\n\\n";

RequestPeek peeked(const QByteArray &body)
{
    RequestPeek peek;
    peek.feed(body);
    return peek;
}

QByteArray withMessages(const QByteArray &messages)
{
    return R"({"model":"m","messages":[)" + messages + R"(],"system":[{"text":"s"}],"stream":true})";
}

} // namespace

void TestConversationPeek::bytesAreDigested_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    const auto row = [](const char *title, const QByteArray &a, const QByteArray &b) {
        QTest::newRow(title) << a << b;
    };
    row("one byte more", "12345678", "123456789");
    row("a null byte at the end", "1234567", QByteArray("1234567\0", 8));
    row("nothing and a null byte", "", QByteArray(1, '\0'));
    row("two words changed places", "aaaaaaaabbbbbbbb", "bbbbbbbbaaaaaaaa");
    row("two blocks changed places", QByteArray(32, 'a') + QByteArray(32, 'b'),
        QByteArray(32, 'b') + QByteArray(32, 'a'));
    row("one byte in a long text", QByteArray(100, 'x') + 'y', QByteArray(100, 'x') + 'z');
    row("one bit", "The quick brown fox", "The quick brown foy");
    row("eight null bytes more", QByteArray(64, '\0'), QByteArray(72, '\0'));
}

void TestConversationPeek::bytesAreDigested()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto digest = [](const QByteArray &bytes, qsizetype step) {
        ByteDigest all;
        for (qsizetype at = 0; at < bytes.size(); at += step)
            all.add(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
        return all.value();
    };
    QVERIFY(digest(a, 1000) != digest(b, 1000));
    for (qsizetype step = 1; step < 70; ++step) {
        QCOMPARE(digest(a, step), digest(a, 1000));
        QCOMPARE(digest(b, step), digest(b, 1000));
    }
}

void TestConversationPeek::theLastMessageTells_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    const QByteArray first = R"({"role":"user","content":"hi"})";
    const QByteArray tool = R"({"role":"user","content":[{"type":"tool_result","content":"]}\"{["}]})";
    const auto row = [](const char *title, const QByteArray &a, const QByteArray &b, bool same) {
        QTest::newRow(title) << a << b << same;
    };
    row("the same", withMessages(first), withMessages(first), true);
    row("without streaming", withMessages(first),
        R"({"model":"m","max_tokens":9,"messages":[)" + first + "]}", true);
    row("with another model", withMessages(tool), R"({"messages":[)" + tool + R"(],"model":"other"})", true);
    row("after others", withMessages(first + ',' + tool), withMessages(tool), true);
    row("one more", withMessages(first), withMessages(first + ',' + tool), false);
    row("other words", withMessages(first), withMessages(R"({"role":"user","content":"ho"})"), false);
    const QByteArray skills = R"({"role":"system","content":"The following skills are there."})";
    row("with what the client adds", withMessages(first + ',' + skills), withMessages(first + ',' + skills),
        true);
    row("other words under the same addition", withMessages(first + ',' + skills),
        withMessages(tool + ',' + skills), false);
    row("without what the client adds", withMessages(first + ',' + skills), withMessages(first), false);
    row("messages deeper down don't count", withMessages(first),
        R"({"x":{"messages":[{"role":"user"}]},"messages":[)" + first + "]}", true);
    row("the first member of that name counts", withMessages(first),
        R"({"messages":[)" + first + R"(],"messages":[)" + tool + "]}", true);
}

void TestConversationPeek::theLastMessageTells()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    const auto last = [](const QByteArray &text) { return peeked(text).conversation().lastMessage(); };
    QVERIFY(last(body).has_value());
    QCOMPARE(last(body) == last(other), same);
    QVERIFY(!last(R"({"messages":[],"model":"m"})"));
    QVERIFY(!last(R"({"messages":"none","model":"m"})"));
    QVERIFY(!last(R"({"messages":[{"role":)"));
    QVERIFY(!last("no JSON"));
}

void TestConversationPeek::aSummaryIsSeen_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("seen");
    const QByteArray answer = R"({"role":"assistant","content":[{"type":"text","text":"Yes."}]})";
    const auto said = [](const QByteArray &text) {
        return QByteArray(R"({"role":"user","content":[{"type":"text","text":")" + text + R"("}]})");
    };
    const auto row = [](const char *title, const QByteArray &messages, bool seen) {
        QTest::newRow(title) << withMessages(messages) << seen;
    };
    row("before what the client adds",
        said(kMark + "Summary") + R"(,{"role":"system","content":"Skills: none."})", true);
    row("at the beginning", said(kMark + "Summary: 1. Build it."), true);
    row("as a plain string", R"({"role":"user","content":")" + kMark + R"(Summary"})", true);
    row("behind a reminder",
        said("<system-reminder>" + QByteArray(300, 'r') + "\"}, " + kMark + "S").replace("\"},", "\\\"},"),
        true);
    row("with more behind it", said(kMark + "Summary") + ',' + answer + ',' + said("go on"), true);
    row("in the second message", answer + ',' + said(kMark + "Summary"), true);
    row("further down: what came before is still there",
        said("a") + ',' + answer + ',' + said(kMark + "Summary"), false);
    row("none", said("hello") + ',' + answer, false);
    row("cut off", said(kMark.left(40)) + ',' + said(kMark.mid(40)), false);
    row("with nothing behind it", said(ConversationPeek::kSummaryMark.toByteArray()), true);
}

void TestConversationPeek::aSummaryIsSeen()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, seen);
    const std::optional<quint64> summary = peeked(body).conversation().summary();
    QCOMPARE(summary.has_value(), seen);
    // The conversation goes on, and its marks for the cache move: the same summary.
    QByteArray later = body;
    later.replace(R"(],"system")", R"(,{"role":"user","content":"more"}],"system")");
    QVERIFY(peeked(later).conversation().summary() == summary);
    // Another one.
    QByteArray other = body;
    other.replace("Summary", "Summary of more").replace("\"}]}", "!\"}]}");
    QVERIFY(!seen || peeked(other).conversation().summary() != summary);
}

void TestConversationPeek::everySplitGivesTheSame()
{
    QFETCH(QByteArray, body);
    const RequestPeek whole = peeked(body);
    for (qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(59), qsizetype(64)}) {
        RequestPeek peek;
        for (qsizetype at = 0; at < body.size(); at += step)
            peek.feed(QByteArrayView(body).sliced(at, std::min(step, body.size() - at)));
        QVERIFY(peek.conversation().summary() == whole.conversation().summary());
        QVERIFY(peek.conversation().lastMessage() == whole.conversation().lastMessage());
    }
    for (qsizetype border = 0; border <= body.size(); ++border) {
        RequestPeek peek;
        peek.feed(QByteArrayView(body).first(border));
        peek.feed(QByteArrayView(body).sliced(border));
        QVERIFY(peek.conversation().summary() == whole.conversation().summary());
        QVERIFY(peek.conversation().lastMessage() == whole.conversation().lastMessage());
    }
}

QTEST_GUILESS_MAIN(TestConversationPeek)
#include "tst_conversation_peek.moc"
