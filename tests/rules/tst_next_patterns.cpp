// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/next_patterns.h"

#include "models/rules/classify.h"

#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

const std::vector<NextPattern> kPatterns{{400, u("Model unavailable")}, {413, {}}, {422, u("模型")}};

} // namespace

class TestNextPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permittedStatuses();
    void matches_data();
    void matches();
    void typed_data();
    void typed();
    void refused_data();
    void refused();
    void listsAreChecked();
    void outcomes_data();
    void outcomes();
    void theBodyIsWaitedForWhereItMatters();
};

void TestNextPatterns::permittedStatuses()
{
    for (int status = 0; status < 700; ++status) {
        const QList<int> own{401, 402, 403, 404, 408, 409, 429};
        QCOMPARE(mayMeanNext(status), status >= 400 && status <= 499 && !own.contains(status));
    }
}

void TestNextPatterns::matches_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *title, int status, const char *body, bool readable, bool matches) {
        QTest::newRow(title) << status << QByteArray(body) << readable << matches;
    };
    row("the words, in another case", 400, R"({"error":{"message":"the MODEL UNAVAILABLE now"}})", true,
        true);
    row("the words are not there", 400, R"({"error":{"message":"prompt is too long"}})", true, false);
    row("the words under another status", 422, "model unavailable", true, false);
    row("a status alone", 413, "whatever", true, true);
    row("a status alone, without a body", 413, "", true, true);
    row("a status that nobody listed", 418, "model unavailable", true, false);
    row("Chinese words", 422, "{\"error\":{\"message\":\"该模型不可用\"}}", true, true);
    row("Chinese words, escaped", 422, R"({"error":{"message":"\u8be5\u6a21\u578b"}})", true, true);
    row("words split by an escape", 400, R"({"message":"model\u0020unavailable"})", true, true);
    row("escapes in a text that is cut off", 400, R"({"message":"model unavailable \u8be)", true, true);
    row("words in a body that can't be read", 400, "model unavailable", false, false);
    row("a status alone, of a body that can't be read", 413, "\x1f\x8b", false, true);
}

void TestNextPatterns::matches()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, readable);
    QTEST(meansNext(kPatterns, status, body, readable), "matches");
}

void TestNextPatterns::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("status and words") << u("400:model unavailable") << 400 << u("model unavailable");
    QTest::newRow("spaces around") << u(" 422 :  busy ") << 422 << u("busy");
    QTest::newRow("a status alone") << u("413") << 413 << QString();
    QTest::newRow("nothing behind the colon") << u("413:") << 413 << QString();
    QTest::newRow("a colon in the words") << u("400:\"code\":\"x\"") << 400 << u("\"code\":\"x\"");
}

void TestNextPatterns::typed()
{
    QFETCH(QString, text);
    const Result<NextPattern> pattern = parseNextPattern(text);
    QVERIFY(pattern.ok());
    QTEST(pattern->status, "status");
    QTEST(pattern->text, "words");
    QCOMPARE(*parseNextPattern(toText(*pattern)), *pattern);
}

void TestNextPatterns::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("permitted");
    QTest::newRow("no number") << u("model unavailable") << u("STATUS or STATUS:TEXT");
    QTest::newRow("nothing") << QString() << u("STATUS or STATUS:TEXT");
    for (const char *status : {"200", "399", "500", "401", "402", "403", "404", "408", "409", "429", "-400"})
        QTest::newRow(status) << u(status) << u("a status from 400 to 499");
    QTest::newRow("words without end") << u("400:") + QString(201, u'x') << u("at most 200 characters");
    QTest::newRow("a control character") << u("400:a\x07z") << u("without control characters");
}

void TestNextPatterns::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, permitted);
    const Result<NextPattern> pattern = parseNextPattern(text);
    QVERIFY(!pattern);
    QCOMPARE(pattern.refusal().code, RefusalCode::InvalidValue);
    QCOMPARE(pattern.refusal().subject, u("next_on"));
    QVERIFY2(pattern.refusal().detail.contains(permitted), qPrintable(pattern.refusal().detail));
}

void TestNextPatterns::listsAreChecked()
{
    std::vector<NextPattern> twice{{400, u("busy")}, {400, u(" BUSY ")}, {413, u("busy")}};
    const Result<std::vector<NextPattern>> checked = checkedNextPatterns(twice);
    QVERIFY(checked.ok());
    QCOMPARE(*checked, (std::vector<NextPattern>{{400, u("busy")}, {413, u("busy")}}));

    std::vector<NextPattern> many;
    for (int i = 0; i < kMostNextPatterns; ++i)
        many.push_back({400, QString::number(i)});
    QVERIFY(checkedNextPatterns(many).ok());
    many.push_back({400, u("one more")});
    QCOMPARE(checkedNextPatterns(many).refusal().detail, u("at most 20 of them"));
    QVERIFY(!checkedNextPatterns({{400, u("good")}, {500, u("bad")}}));
}

void TestNextPatterns::outcomes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<RequestKind>("kind");
    QTest::addColumn<bool>("committed");
    QTest::addColumn<TransportFault>("fault");
    QTest::addColumn<OutcomeKind>("outcome");
    QTest::addColumn<bool>("next");
    using enum OutcomeKind;
    const auto row = [](const char *title, int status, const char *body, OutcomeKind outcome, bool next,
                        RequestKind kind = RequestKind::Messages, bool committed = false,
                        TransportFault fault = TransportFault::None) {
        QTest::newRow(title) << status << QByteArray(body) << kind << committed << fault << outcome << next;
    };
    row("a 400 that matches", 400, "model unavailable", ConfigSaysNext, true);
    row("a 400 that does not", 400, "prompt is too long", PassedThrough, false);
    row("a 400 about credit stays one", 400, "model unavailable: insufficient quota", OutOfCredit, true);
    row("a 413 whatever it says", 413, "", ConfigSaysNext, true);
    row("count_tokens", 413, "", ConfigSaysNext, true, RequestKind::CountTokens);
    row("models", 413, "", ConfigSaysNext, true, RequestKind::Models);
    row("another path", 413, "", PassedThrough, false, RequestKind::Other);
    row("once committed", 413, "", PassedThrough, false, RequestKind::Messages, true);
    row("cut off", 400, "model unavailable", ConnectionLost, true, RequestKind::Messages, false,
        TransportFault::Truncated);
}

void TestNextPatterns::outcomes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(RequestKind, kind);
    QFETCH(bool, committed);
    QFETCH(TransportFault, fault);
    ResponseHead head;
    head.status = status;
    AttemptEnd end;
    end.method = "POST";
    end.head = &head;
    end.body = body;
    end.bodyComplete = true;
    end.nextPatterns = kPatterns;
    end.kind = kind;
    end.committed = committed;
    end.fault = fault;
    const Outcome outcome = classify(end, TimePoint(seconds(1'000'000)));
    QTEST(outcome.kind, "outcome");
    QTEST(outcome.tryNext, "next");
    if (outcome.kind == OutcomeKind::ConfigSaysNext)
        QCOMPARE(outcome.effect, HealthEffect::Neutral);
}

void TestNextPatterns::theBodyIsWaitedForWhereItMatters()
{
    const auto decides = [](int status, RequestKind kind) {
        ResponseHead head;
        head.status = status;
        return bodyDecides(head, kind, kPatterns);
    };
    QVERIFY(decides(422, RequestKind::Messages));
    QVERIFY(!decides(413, RequestKind::Messages));
    QVERIFY(!decides(418, RequestKind::Messages));
    QVERIFY(!decides(422, RequestKind::Other));
}

QTEST_APPLESS_MAIN(TestNextPatterns)
#include "tst_next_patterns.moc"
