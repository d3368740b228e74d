// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/thinking_blocks.h"

#include <QJsonDocument>
#include <QTest>

using namespace qcc;

namespace {

#define THOUGHT "{\"type\":\"thinking\",\"thinking\":\"so {[\\\"\",\"signature\":\"abc==\"}"
#define HIDDEN R"({"type":"redacted_thinking","data":"xyz"})"
#define TEXT R"({"type":"text","text":"hello"})"
#define CALL R"({"type":"tool_use","id":"t1","name":"Bash","input":{"type":"thinking"}})"
#define RESULT R"({"type":"tool_result","tool_use_id":"t1","content":"ok"})"
#define NOTHING_LEFT "{\"type\":\"text\",\"text\":\"(no content)\"}"

QByteArray applied(QByteArray body, const ThinkingRepair &repair)
{
    for (auto it = repair.splices.rbegin(); it != repair.splices.rend(); ++it)
        body.replace(it->offset, it->removed, it->inserted);
    return body;
}

QByteArray request(const QByteArray &messages, const QByteArray &more = {})
{
    return R"({"model":"m",)" + more + R"("messages":[)" + messages + R"(],"stream":true})";
}

QByteArray user(const QByteArray &content)
{
    return R"({"role":"user","content":)" + content + '}';
}

QByteArray assistant(const QByteArray &blocks)
{
    return R"({"role":"assistant","content":[)" + blocks + "]}";
}

} // namespace

class TestThinkingBlocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatRefusesThinking_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("refuses");
        const auto row = [](const char *name, const char *message, bool refuses, int status = 400) {
            QTest::newRow(name) << status << QByteArray(message) << refuses;
        };
        row("a signature", "messages.1.content.0: Invalid `signature` in `thinking` block", true);
        row("a block of another conversation",
            "messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a "
            "different "
            "conversation. Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "
            "\\\"drop_block\\\".",
            true);
        row("a signature that is missing", "messages.1.content.0.thinking.signature: Field required", true);
        row("hidden thinking", "messages.3.content.0: Invalid `data` in `redacted_thinking` block", true);
        row("the latest message",
            "messages.5.content.1: `thinking` or `redacted_thinking` blocks in the latest assistant message "
            "cannot be modified. These blocks must remain as they were in the original response.",
            true);
        row("a turn that does not begin with thinking",
            "messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`. "
            "When "
            "`thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding "
            "the lastmost set of `tool_use` and `tool_result` blocks).",
            true);
        row("an error in an error",
            "{\\\"type\\\":\\\"error\\\",\\\"error\\\":{\\\"message\\\":\\\"messages.1.content.0: Invalid "
            "\\\\`signature\\\\` in \\\\`thinking\\\\` block\\\"}}",
            true);
        row("with other marks", "messages.1.content.0: Invalid 'signature' in 'thinking' block", true);
        row("another status", "Invalid `signature` in `thinking` block", false, 422);
        row("a signature of something else", "The request signature we calculated does not match", false);
        row("thinking, but no block", "thinking.budget_tokens: Input should be greater than or equal to 1024",
            false);
        row("a forced tool", "Thinking may not be enabled when tool_choice forces tool use.", false);
        row("something else", "prompt is too long: 209875 tokens > 200000 maximum", false);
    }
    void whatRefusesThinking()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, message);
        const QByteArray body =
            "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"" + message +
            "\"}}";
        QTEST(refusesThinking(status, body), "refuses");
    }

    void blocksAreTakenOut_data()
    {
        QTest::addColumn<QByteArray>("blocks");
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<int>("removed");
        const auto row = [](const char *name, const char *blocks, const char *left, int removed) {
            QTest::newRow(name) << QByteArray(blocks) << QByteArray(left) << removed;
        };
        row("in front", THOUGHT "," TEXT, TEXT, 1);
        row("at the end", TEXT "," HIDDEN, TEXT, 1);
        row("in the middle", TEXT "," THOUGHT "," CALL, TEXT "," CALL, 1);
        row("several in a row", THOUGHT "," HIDDEN "," TEXT "," THOUGHT "," HIDDEN "," CALL, TEXT "," CALL,
            4);
        row("all around", THOUGHT "," TEXT "," HIDDEN, TEXT, 2);
        row("all of it", THOUGHT "," HIDDEN, NOTHING_LEFT, 2);
        row("the only one", THOUGHT, NOTHING_LEFT, 1);
        row("space stays around what stays", " " THOUGHT " ,\n  " TEXT " ", " " TEXT " ", 1);
        row("space goes with what goes", TEXT " ,\n  " THOUGHT " , " CALL, TEXT " , " CALL, 1);
        row("the type comes last", R"({"thinking":"a","type":"thinking"},)" TEXT, TEXT, 1);
        row("an escaped type", R"({"type":"think\u0069ng"},)" TEXT, TEXT, 1);
    }
    void blocksAreTakenOut()
    {
        QFETCH(const QByteArray, blocks);
        QFETCH(const QByteArray, left);
        const QByteArray around = user(R"("hi")") + "," + assistant("%1") + "," + user(R"("go on")");
        const QByteArray body = request(QByteArray(around).replace("%1", blocks));
        const std::optional<ThinkingRepair> repair = withoutThinking(body);
        QVERIFY(repair);
        QCOMPARE(applied(body, *repair), request(QByteArray(around).replace("%1", left)));
        QTEST(repair->removedBlocks, "removed");
        QVERIFY(!repair->thinkingOff);
        QVERIFY(!withoutThinking(applied(body, *repair)));
    }

    void nothingToRepair_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no thinking") << request(user(R"("hi")") + "," + assistant(TEXT));
        QTest::newRow("text alone") << request(R"({"role":"assistant","content":"thinking"})");
        QTest::newRow("of a user") << request(user("[" THOUGHT "]"));
        QTest::newRow("in a tool's input") << request(user(R"("hi")") + "," + assistant(CALL));
        QTest::newRow("nobody's") << request(R"({"content":[)" THOUGHT "]}");
        QTest::newRow("a role given twice")
            << request(R"({"role":"assistant","role":"user","content":[)" THOUGHT "]}");
        QTest::newRow("no messages") << QByteArray(R"({"model":"m"})");
        QTest::newRow("messages given twice")
            << QByteArray(R"({"messages":[)" + assistant(THOUGHT) + R"(],"messages":[]})");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("cut off") << request(assistant(THOUGHT)).chopped(1);
        QTest::newRow("an empty body") << QByteArray();
    }
    void nothingToRepair()
    {
        QFETCH(const QByteArray, body);
        QVERIFY(!withoutThinking(body));
    }

    void thinkingGoesOffInsideATurn_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QByteArray>("thinking");
        QTest::addColumn<bool>("off");
        const auto row = [](const char *name, const QByteArray &last, const char *thinking, bool off) {
            QTest::newRow(name) << last << QByteArray(thinking) << off;
        };
        const char *const manual = R"({"type":"enabled","budget_tokens":4096})";
        row("after a tool's result", user("[" RESULT "]"), manual, true);
        row("after a tool's result and a text", user("[" RESULT "," TEXT "]"), manual, true);
        row("after a question", user(R"("hi")"), manual, false);
        row("after a question in blocks", user("[" TEXT "]"), manual, false);
        row("after an answer's beginning", assistant(TEXT), manual, true);
        row("a system message behind", user("[" RESULT "]") + R"(,{"role":"system","content":"now"})", manual,
            true);
        row("adaptive thinking", user("[" RESULT "]"), R"({"type":"adaptive"})", false);
        row("no thinking", user("[" RESULT "]"), R"({"type":"disabled"})", false);
    }
    void thinkingGoesOffInsideATurn()
    {
        QFETCH(const QByteArray, last);
        QFETCH(const QByteArray, thinking);
        QFETCH(const bool, off);
        const auto body = [&](const QByteArray &blocks, const QByteArray &how) {
            return request(user(R"("hi")") + "," + assistant(blocks) + "," + last,
                           R"("thinking":)" + how + ",");
        };
        const QByteArray before = body(THOUGHT "," CALL, thinking);
        const std::optional<ThinkingRepair> repair = withoutThinking(before);
        QVERIFY(repair);
        QCOMPARE(repair->thinkingOff, off);
        QCOMPARE(applied(before, *repair), body(CALL, off ? R"({"type":"disabled"})" : thinking));
    }

    /// Another provider gave no thinking blocks at all.
    void thinkingGoesOffWithoutAnyBlock()
    {
        const QByteArray body = request(user(R"("hi")") + "," + assistant(CALL) + "," + user("[" RESULT "]"),
                                        R"("thinking":{"type":"enabled","budget_tokens":4096},)");
        const std::optional<ThinkingRepair> repair = withoutThinking(body);
        QVERIFY(repair && repair->thinkingOff);
        QCOMPARE(repair->removedBlocks, 0);
    }

    void editsThatNeedThinkingGoToo_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("the only one", R"("context_management":{"edits":[{"type":"clear_thinking_20251015"}]},)", "");
        row("one of two",
            R"("context_management":{"edits":[{"type":"clear_thinking_20251015"},{"type":"clear_tool_uses_1"}]},)",
            R"("context_management":{"edits":[{"type":"clear_tool_uses_1"}]},)");
        row("beside something else",
            R"("context_management":{"edits":[{"type":"clear_thinking_20251015"}],"x":1},)",
            R"("context_management":{"edits":[],"x":1},)");
        row("another one", R"("context_management":{"edits":[{"type":"clear_tool_uses_1"}]},)",
            R"("context_management":{"edits":[{"type":"clear_tool_uses_1"}]},)");
        row("none", R"("context_management":{"edits":[]},)", R"("context_management":{"edits":[]},)");
    }
    void editsThatNeedThinkingGoToo()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const auto body = [](const QByteArray &blocks, const QByteArray &more, const QByteArray &thinking) {
            return request(assistant(blocks) + "," + user("[" RESULT "]"),
                           "\"thinking\":{\"type\":\"" + thinking + "\"}," + more);
        };
        const QByteArray manual = body(THOUGHT "," CALL, before, "enabled");
        const std::optional<ThinkingRepair> repair = withoutThinking(manual);
        QVERIFY(repair);
        QCOMPARE(applied(manual, *repair), body(CALL, after, "disabled"));
        QVERIFY(!QJsonDocument::fromJson(applied(manual, *repair)).isNull());
        const QByteArray adaptive = body(THOUGHT "," CALL, before, "adaptive");
        QCOMPARE(applied(adaptive, *withoutThinking(adaptive)), body(CALL, before, "adaptive"));
    }

    void aLongConversationStaysJson()
    {
        QByteArray messages;
        for (int i = 0; i < 500; ++i)
            messages += user("\"a question with \\\"marks\\\" and 名字\"") + ", " +
                        assistant(i % 3 == 0   ? THOUGHT "," TEXT
                                  : i % 3 == 1 ? TEXT ", " HIDDEN
                                               : HIDDEN) +
                        ",";
        messages += user("[" RESULT "]");
        const QByteArray body = request(messages);
        const std::optional<ThinkingRepair> repair = withoutThinking(body);
        QVERIFY(repair);
        QCOMPARE(repair->removedBlocks, 500);
        const QByteArray repaired = applied(body, *repair);
        QVERIFY(!repaired.contains("redacted_thinking"));
        QVERIFY(!QJsonDocument::fromJson(repaired).isNull());
        qint64 end = 0;
        for (const Splice &splice : repair->splices) {
            QVERIFY(splice.offset >= end);
            end = splice.offset + splice.removed;
        }
    }
};

QTEST_GUILESS_MAIN(TestThinkingBlocks)
#include "tst_thinking_blocks.moc"
