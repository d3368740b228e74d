// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/session_table.h"

#include <QTest>

#include <functional>

using namespace qcc;

/// Where the requests of a conversation go, and for how long.
class TestSessionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConversationIsDrawn_data();
    void aConversationIsDrawn();
    void aBrokenRequestIsKnownAgain_data();
    void aBrokenRequestIsKnownAgain();
    void tellsWhenARequestMayComeAgain();
    void tellsWhoAnswered();
    void isMovedByHand_data();
    void isMovedByHand();
    void handsEnd_data();
    void handsEnd();
    void isShown();
    void isShownInTheOrderOfUse();
    void remembersOverARestart();
    void staysBounded();
    void forgetsWhatIsOld();
};

namespace {

constexpr TimePoint kStart{seconds{1'767'323'045}};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// A table, its clock, and turns of conversations.
struct Bench
{
    SessionTable table;
    TimePoint now = kStart;
    quint64 number = 0;

    static SessionRequest request(const QByteArray &session, const QByteArray &model, RequestMark mark = {})
    {
        return {session, model, mark};
    }
    quint64 begin(const SessionRequest &request)
    {
        table.began(++number, request, now);
        return number;
    }
    /// A turn that takes a second.
    void turn(const char *config, const QByteArray &model = "opus", RequestMark mark = {},
              const QByteArray &session = "a")
    {
        const quint64 begun = begin(request(session, model, mark));
        now += seconds(1);
        table.served(request(session, model, mark), text(config), now);
        table.ended(begun, now);
    }
    void broken(const char *endpoint, const SessionRequest &request)
    {
        const quint64 begun = begin(request);
        table.broke(request, {text(endpoint)}, now);
        table.ended(begun, now);
    }
    /// The config, then the endpoints to avoid.
    QString pull(const SessionRequest &asked)
    {
        begin(asked);
        const SessionPull pull = table.pullOn(asked, now);
        QString line = pull.config;
        for (const EndpointId &each : pull.avoid)
            line += QLatin1String(" -") + each.value;
        return line;
    }
};

RequestMark asks(quint64 lastMessage)
{
    return {std::nullopt, lastMessage, std::nullopt};
}

RequestMark goesOnFrom(quint64 summary)
{
    return {std::nullopt, 7, summary};
}

using Change = std::function<void(Bench &)>;

} // namespace

void TestSessionTable::aConversationIsDrawn_data()
{
    QTest::addColumn<Change>("past");
    QTest::addColumn<QString>("config"); ///< of the next request with opus
    const auto row = [](const char *title, const char *config, Change past) {
        QTest::newRow(title) << std::move(past) << text(config);
    };
    row("a new one nowhere", "", [](Bench &) {});
    row("to the one that served it", "back", [](Bench &b) { b.turn("back"); });
    row("to the one that served it last", "prod", [](Bench &b) { b.turn("back"), b.turn("prod"); });
    row("nowhere after another's turn", "", [](Bench &b) { b.turn("back", "opus", {}, "b"); });
    row("nowhere after five idle minutes", "", [](Bench &b) {
        b.turn("back");
        b.now += kSessionIdle;
    });
    row("still there a little earlier", "back", [](Bench &b) {
        b.turn("back");
        b.now += kSessionIdle - milliseconds(1);
    });
    row("still there when the clock was set back", "back", [](Bench &b) {
        b.turn("back");
        b.now -= seconds(30);
    });
    row("there while an answer takes long", "back", [](Bench &b) {
        b.turn("back");
        b.begin(Bench::request("a", "opus"));
        b.now += 2 * kSessionIdle;
    });
    row("nowhere when it was idle, and failed since", "", [](Bench &b) {
        b.turn("back");
        b.now += kSessionIdle;
        b.table.ended(b.begin(Bench::request("a", "opus")), b.now);
    });
    row("there when only failures came since", "back", [](Bench &b) {
        b.turn("back");
        for (int i = 0; i < 4; ++i) {
            b.now += seconds(100);
            b.table.ended(b.begin(Bench::request("a", "opus")), b.now);
        }
    });
    row("for each model by itself", "prod", [](Bench &b) { b.turn("prod"), b.turn("back", "haiku"); });
    row("with a model that is new to it, where it was last", "back",
        [](Bench &b) { b.turn("prod", "haiku"), b.turn("back", "sonnet"); });
    row("of the models it asked for, only the last ones count", "m8", [](Bench &b) {
        b.turn("prod");
        for (int i = 1; i <= int(kMaxSessionModels); ++i)
            b.turn("m8", "model " + QByteArray::number(i));
    });
    row("nowhere after a compaction", "", [](Bench &b) {
        b.turn("back");
        b.begin(Bench::request("a", "opus", goesOnFrom(1)));
    });
    row("to where it went after the compaction", "prod", [](Bench &b) {
        b.turn("back"), b.turn("prod", "opus", goesOnFrom(1)), b.turn("prod", "opus", goesOnFrom(1));
    });
    row("there, when the request after the compaction was a side question", "prod", [](Bench &b) {
        b.turn("back"), b.turn("prod", "opus", goesOnFrom(1)), b.turn("prod", "opus", asks(9));
    });
    row("nowhere after a second compaction", "", [](Bench &b) {
        b.turn("back", "opus", goesOnFrom(1));
        b.begin(Bench::request("a", "opus", goesOnFrom(2)));
    });
    row("there, when it began compacted", "back", [](Bench &b) { b.turn("back", "opus", goesOnFrom(1)); });
    row("nowhere when its config may serve no longer", "", [](Bench &b) {
        b.turn("back");
        b.table.keepOnly({text("prod")});
    });
    row("there, when another may serve no longer", "back", [](Bench &b) {
        b.turn("back");
        b.table.keepOnly({text("back")});
    });
    row("to its config by the new name", "rear", [](Bench &b) {
        b.turn("back");
        b.table.renamed(text("back"), text("rear"));
    });
}

void TestSessionTable::aConversationIsDrawn()
{
    QFETCH(Change, past);
    QFETCH(QString, config);
    Bench bench;
    past(bench);
    const SessionRequest next = Bench::request("a", "opus");
    QCOMPARE(bench.table.pullOn(next, bench.now).config, config);
    QCOMPARE(bench.pull(next), config);
    // Planned again, after it was held: the same.
    bench.table.began(bench.number, next, bench.now + seconds(50));
    QCOMPARE(bench.table.pullOn(next, bench.now + seconds(50)).config, config);
}

void TestSessionTable::aBrokenRequestIsKnownAgain_data()
{
    QTest::addColumn<Change>("past");
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<RequestMark>("mark");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QByteArray &session, const RequestMark &mark,
                        const char *expected, Change past) {
        QTest::newRow(title) << std::move(past) << session << mark << text(expected);
    };
    const auto brokeAt = [](const char *endpoint, quint64 lastMessage) {
        return [=](Bench &b) { b.broken(endpoint, Bench::request("a", "opus", asks(lastMessage))); };
    };
    const RequestMark bytes{5, std::nullopt, std::nullopt};
    const RequestMark bytesAndWords{5, 1, std::nullopt};

    row("by its last message", "a", asks(1), " -p1", brokeAt("p1", 1));
    row("another message is another request", "a", asks(2), "", brokeAt("p1", 1));
    row("one whose message is not known is another", "a", {}, "", brokeAt("p1", 1));
    row("the same message of another session too", "b", asks(1), "", brokeAt("p1", 1));
    row("it stays drawn to its config", "a", asks(1), "prod -p1", [=](Bench &b) {
        b.turn("prod");
        brokeAt("p1", 1)(b);
    });
    row("after its time it is an ordinary one", "a", asks(1), "", [=](Bench &b) {
        brokeAt("p1", 1)(b);
        b.now += kResendWindow;
    });
    row("a little earlier it is not", "a", asks(1), " -p1", [=](Bench &b) {
        brokeAt("p1", 1)(b);
        b.now += kResendWindow - milliseconds(1);
    });
    row("once it was served it is over", "a", asks(1), "back", [=](Bench &b) {
        brokeAt("p1", 1)(b);
        b.turn("back", "opus", asks(1));
    });
    row("another one served does not end it", "a", asks(1), "prod -p1", [=](Bench &b) {
        brokeAt("p1", 1)(b);
        b.turn("prod", "haiku", asks(2));
    });
    row("broken at one after the other: both, the last one last", "a", asks(1), " -p1 -b1",
        [=](Bench &b) { brokeAt("p1", 1)(b), brokeAt("b1", 1)(b); });
    row("broken twice at one: once, as the last", "a", asks(1), " -b1 -p1",
        [=](Bench &b) { brokeAt("p1", 1)(b), brokeAt("b1", 1)(b), brokeAt("p1", 1)(b); });
    row("several that broke are told apart", "a", asks(1), " -p1",
        [=](Bench &b) { brokeAt("p1", 1)(b), brokeAt("b1", 2)(b); });
    row("more than are remembered: the first is forgotten", "a", asks(1), "", [=](Bench &b) {
        for (quint64 i = 1; i <= kMaxSessionBreaks + 1; ++i)
            brokeAt("p1", i)(b);
    });
    row("without a session: by all bytes", "", bytes, " -p1",
        [=](Bench &b) { b.broken("p1", Bench::request("", "m", bytesAndWords)); });
    row("without a session the last message does not tell", "", asks(1), "",
        [=](Bench &b) { b.broken("p1", Bench::request("", "m", bytesAndWords)); });
    row("without a session only for a short time", "", bytes, "", [=](Bench &b) {
        b.broken("p1", Bench::request("", "m", bytes));
        b.now += kLooseResendWindow;
    });
    row("a session's request is not taken for one without", "a", bytes, "",
        [=](Bench &b) { b.broken("p1", Bench::request("", "m", bytes)); });
}

void TestSessionTable::aBrokenRequestIsKnownAgain()
{
    QFETCH(Change, past);
    QFETCH(QByteArray, session);
    QFETCH(RequestMark, mark);
    QFETCH(QString, expected);
    Bench bench;
    past(bench);
    QCOMPARE(bench.pull(Bench::request(session, "opus", mark)), expected);
}

void TestSessionTable::tellsWhenARequestMayComeAgain()
{
    Bench bench;
    QVERIFY(!bench.table.mayComeAgain("a", bench.now));
    bench.turn("prod");
    QVERIFY(!bench.table.mayComeAgain("a", bench.now));
    bench.broken("p1", Bench::request("a", "opus", asks(1)));
    QVERIFY(bench.table.mayComeAgain("a", bench.now));
    QVERIFY(!bench.table.mayComeAgain("", bench.now));
    QVERIFY(!bench.table.mayComeAgain("b", bench.now));
    QVERIFY(!bench.table.mayComeAgain("a", bench.now + kResendWindow));
    bench.turn("back", "opus", asks(1));
    QVERIFY(!bench.table.mayComeAgain("a", bench.now));
    bench.broken("p1", Bench::request("", "opus", RequestMark{1, {}, {}}));
    QVERIFY(bench.table.mayComeAgain("", bench.now));
    QVERIFY(!bench.table.mayComeAgain("", bench.now + kLooseResendWindow));
}

void TestSessionTable::tellsWhoAnswered()
{
    Bench bench;
    QVERIFY(bench.table.pullOn(Bench::request("a", "opus"), bench.now).answeredBy.empty());
    const auto expect = [&](const std::vector<QString> &names) {
        QCOMPARE(bench.table.pullOn(Bench::request("a", "opus"), bench.now).answeredBy, names);
    };
    bench.turn("prod");
    bench.turn("back");
    bench.turn("prod");
    expect({text("prod"), text("back")});
    bench.table.keepOnly({text("prod")}); // what it wrote stands in the conversation all the same
    bench.table.renamed(text("back"), text("rear"));
    expect({text("prod"), text("rear")});
    bench.now += kSessionIdle;
    expect({text("prod"), text("rear")});
    for (size_t i = 0; i < kMaxSessionConfigs; ++i)
        bench.turn(QByteArray::number(qulonglong(i)).constData());
    QCOMPARE(bench.table.pullOn(Bench::request("a", "opus"), bench.now).answeredBy.size(),
             kMaxSessionConfigs);
    QCOMPARE(bench.table.pullOn(Bench::request("a", "opus"), bench.now).answeredBy.front(), text("7"));
}

void TestSessionTable::isMovedByHand_data()
{
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QString>("refused"); ///< the detail of the refusal; "-": it is not refused
    QTest::addColumn<QByteArray>("moved");
    const auto row = [](const char *title, const QByteArray &session, const char *refused,
                        const QByteArray &moved) {
        QTest::newRow(title) << session << text(refused) << moved;
    };
    row("by its whole name", "abc-1", "-", "abc-1");
    row("by a beginning that only it has", "abd", "-", "abd");
    row("by another such beginning", "x", "-", "x-ray");
    row("by a whole name that is another's beginning", "ab", "-", "ab");
    row("by a beginning of two", "abc-", "2", "");
    row("by a beginning of all that begin so", "a", "4", "");
    row("one that is not known", "abe", "", "");
    row("one that is longer than any", "abc-11", "", "");
    row("nobody", "", "", "");
}

void TestSessionTable::isMovedByHand()
{
    QFETCH(QByteArray, session);
    QFETCH(QString, refused);
    QFETCH(QByteArray, moved);
    Bench bench;
    for (const char *id : {"abc-1", "abc-2", "ab", "abd", "x-ray"})
        bench.turn("prod", "opus", {}, id);
    const Result<Done> done = bench.table.move({session, text("emer")});
    QCOMPARE(done.ok(), refused == QLatin1String("-"));
    if (!done)
        QVERIFY(done.refusal() ==
                (Refusal{RefusalCode::UnknownSession, QString::fromLatin1(session), refused}));
    for (const char *id : {"abc-1", "abc-2", "ab", "abd", "x-ray"})
        QCOMPARE(bench.table.placedByHand(id), moved == id ? text("emer") : QString());
}

void TestSessionTable::handsEnd_data()
{
    QTest::addColumn<Change>("then");
    QTest::addColumn<QString>("config");
    QTest::addColumn<bool>("byHand");
    const auto row = [](const char *title, const char *config, bool byHand, Change then) {
        QTest::newRow(title) << std::move(then) << text(config) << byHand;
    };
    row("it goes there", "emer", true, [](Bench &) {});
    row("with every model", "emer", true, [](Bench &b) { b.turn("back", "opus"); });
    row("another that served meanwhile changes nothing", "emer", true,
        [](Bench &b) { b.turn("back"), b.turn("back"); });
    row("not by being idle", "emer", true, [](Bench &b) { b.now += 3 * kSessionIdle; });
    row("not by a compaction", "emer", true,
        [](Bench &b) { b.begin(Bench::request("a", "opus", goesOnFrom(3))); });
    row("by another move", "back", true, [](Bench &b) { QVERIFY(b.table.move({"a", text("back")})); });
    row("moved back: wherever new ones go", "", false, [](Bench &b) { QVERIFY(b.table.move({"a", {}})); });
    row("its config works no longer: where it was", "prod", false,
        [](Bench &b) { b.table.release(text("emer")); });
    row("another one works no longer", "emer", true, [](Bench &b) { b.table.release(text("back")); });
    row("its config is switched off", "prod", false, [](Bench &b) { b.table.keepOnly({text("prod")}); });
    row("its config has another name", "urgent", true,
        [](Bench &b) { b.table.renamed(text("emer"), text("urgent")); });
}

void TestSessionTable::handsEnd()
{
    QFETCH(Change, then);
    QFETCH(QString, config);
    QFETCH(bool, byHand);
    Bench bench;
    bench.turn("prod");
    QVERIFY(bench.table.move({"a", text("emer")}));
    then(bench);
    QCOMPARE(bench.table.pullOn(Bench::request("a", "opus"), bench.now).config, config);
    const std::vector<SessionSnapshot> shown = bench.table.list(text("active"), bench.now, 9);
    QCOMPARE(shown.size(), size_t(1));
    QCOMPARE(shown.front().byHand, byHand);
    QCOMPARE(shown.front().config, config.isEmpty() ? text("active") : config);
    QVERIFY(!byHand || !shown.front().staysUntil);
}

void TestSessionTable::isShown()
{
    Bench bench;
    const quint64 running = bench.begin(Bench::request("a", "opus"));
    SessionSnapshot expected{"a", text("prod"), false, "opus", kStart, kStart, {}, 1, 1};
    const auto shown = [&](const char *active) {
        return bench.table.list(text(active), bench.now, 9).front();
    };
    QVERIFY(shown("prod") == expected); // not served yet: it goes where new ones go
    bench.table.served(Bench::request("a", "opus"), text("back"), bench.now);
    expected.config = text("back");
    QVERIFY(shown("prod") == expected);
    bench.now += seconds(2);
    bench.table.ended(running, bench.now);
    expected.running = 0;
    expected.lastUsed = bench.now;
    expected.staysUntil = bench.now + kSessionIdle;
    QVERIFY(shown("prod") == expected);
    expected.staysUntil.reset(); // there is nothing to go back to
    QVERIFY(shown("back") == expected);
    bench.turn("prod", "haiku");
    expected.model = "haiku";
    expected.requests = 2;
    expected.lastUsed = bench.now;
    expected.config = text("prod");
    QVERIFY(shown("prod") == expected);
    bench.now += kSessionIdle;
    expected.config = text("back");
    QVERIFY(shown("back") == expected);
}

void TestSessionTable::isShownInTheOrderOfUse()
{
    Bench bench;
    for (const char *id : {"a", "b", "c"})
        bench.turn("prod", "opus", {}, id);
    bench.turn("prod", "opus", {}, "a");
    QByteArrayList ids;
    for (const SessionSnapshot &each : bench.table.list(text("prod"), bench.now, 2))
        ids << each.id;
    QCOMPARE(ids, (QByteArrayList{"a", "c"}));
}

void TestSessionTable::remembersOverARestart()
{
    Bench bench;
    bench.table.restore("a", "opus", text("back"), bench.now - seconds(90));
    bench.table.restore("a", "haiku", text("prod"), bench.now - seconds(60));
    bench.table.restore("b", "opus", text("back"), bench.now - kSessionIdle);
    const auto drawn = [&](const char *session, const char *model) {
        return bench.table.pullOn(Bench::request(session, model), bench.now).config;
    };
    QCOMPARE(drawn("a", "opus"), text("back"));
    QCOMPARE(drawn("a", "haiku"), text("prod"));
    QCOMPARE(drawn("b", "opus"), QString());
    QCOMPARE(bench.table.pullOn(Bench::request("a", "opus"), bench.now).answeredBy,
             (std::vector<QString>{text("prod"), text("back")}));
    // Its summary is not known again: the first one seen is no compaction, the next one is.
    bench.turn("back", "opus", goesOnFrom(1));
    QCOMPARE(drawn("a", "haiku"), text("prod"));
    bench.begin(Bench::request("a", "opus", goesOnFrom(2)));
    QCOMPARE(drawn("a", "opus"), QString());
    QCOMPARE(bench.table.list(text("prod"), bench.now, 9).front().requests, quint64(4));
}

void TestSessionTable::staysBounded()
{
    Bench bench;
    for (int i = 0; i < 5000; ++i) {
        bench.turn("prod", "opus", {}, QByteArray::number(i));
        bench.turn("prod", "opus", {}, "busy");
        QVERIFY(bench.table.size() <= kMaxSessions);
    }
    QCOMPARE(bench.table.size(), kMaxSessions);
    const auto drawn = [&](const QByteArray &session) {
        return bench.table.pullOn(Bench::request(session, "opus"), kStart).config;
    };
    QCOMPARE(drawn("busy"), text("prod"));
    QCOMPARE(drawn("4999"), text("prod"));
    QVERIFY2(drawn("0").isEmpty(), "the longest idle goes first");
    bench.turn("prod", "opus", {}, "");
    bench.turn("prod", "opus", {}, QByteArray(kMaxSessionName + 1, 'x'));
    QVERIFY(drawn(QByteArray(kMaxSessionName + 1, 'x')).isEmpty());
    for (quint64 i = 0; i < 3 * kMaxLooseBreaks; ++i)
        bench.broken("p1", Bench::request("", "m", RequestMark{i, {}, {}}));
    QCOMPARE(bench.pull(Bench::request("", "m", RequestMark{1, {}, {}})), QString());
    QCOMPARE(bench.pull(Bench::request("", "m", RequestMark{3 * kMaxLooseBreaks - 1, {}, {}})), text(" -p1"));
}

void TestSessionTable::forgetsWhatIsOld()
{
    Bench bench;
    const quint64 endless = bench.begin(Bench::request("endless", "opus"));
    bench.turn("prod", "opus", {}, "old");
    bench.now += kSessionKept;
    QVERIFY(bench.table.list(text("prod"), bench.now, 9).empty());
    bench.turn("prod", "opus", {}, "new");
    QCOMPARE(bench.table.size(), size_t(1));
    bench.table.ended(endless, bench.now); // of a session that is forgotten: nothing happens
    QCOMPARE(bench.table.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestSessionTable)
#include "tst_session_table.moc"
