// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/alert_text.h"
#include "models/text/decision_text.h"
#include "models/text/event_text.h"
#include "models/text/failure_text.h"
#include "models/text/group_text.h"
#include "models/text/health_text.h"
#include "models/text/translation.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

/// The texts of all enumerators from 0 to @p last.
template <typename Enum, typename Text> QStringList namesUpTo(Enum last, Text text)
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        names += text(static_cast<Enum>(i));
    return names;
}

QStringList ruleNames()
{
    return namesUpTo(DecisionRule::NothingConfigured, [](DecisionRule rule) {
        Decision decision;
        decision.rule = rule;
        decision.from = QStringLiteral("first");
        decision.to = QStringLiteral("second");
        return reasonLine(decision);
    });
}

QStringList rejections(std::optional<TimePoint> until)
{
    return namesUpTo(RejectReason::RecoveryDelay, [&](RejectReason reason) {
        return rejectionText({QStringLiteral("x"), Priority::Primary, reason, 1, 3, until}, at(12, 0));
    });
}

QString kindText(OutcomeKind kind)
{
    return failureText(FailureFacts{kind, 0, TransportFault::None});
}

QString faultText(TransportFault fault)
{
    const bool none = fault == TransportFault::None; // then the kind speaks
    return failureText(FailureFacts{none ? OutcomeKind::ServerError : OutcomeKind::ConnectFailure, 0, fault});
}

} // namespace

/// Every enumerator has a text of its own, in each language.
class TestValueNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useUtc(); }
    void everyValueHasItsOwnText_data();
    void everyValueHasItsOwnText();
    void groupsHaveMarks();
    void unknownPartsAreLeftOut_data();
    void unknownPartsAreLeftOut();
};

void TestValueNames::everyValueHasItsOwnText_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QStringList>("names");
    for (const Language language : kLanguages) {
        const Translation translation(language);
        const auto row = [language](const char *what, const QStringList &names) {
            QTest::addRow("%s in %s", what, qPrintable(toWord(language))) << language << names;
        };
        row("groups", namesUpTo(Priority::Disabled, groupName));
        row("groups inside a sentence", namesUpTo(Priority::Disabled, groupWord));
        row("health", namesUpTo(HealthStatus::Unhealthy, qOverload<HealthStatus>(healthName)));
        row("conditions", namesUpTo(EndpointCondition::NoKey, conditionName));
        row("rungs", namesUpTo(CheckRung::Message, rungName));
        row("layers", namesUpTo(CheckLayer::Bad, layerName));
        row("types of events", namesUpTo(FailoverEventType::Activation, eventTypeName));
        row("rules", ruleNames());
        row("rejections", rejections({}));
        row("rejections with a time", rejections(at(12, 5)));
        row("transport faults", namesUpTo(TransportFault::Cancelled, faultText));
        row("titles of alerts", namesUpTo(AlertKind::HistoryUnavailable, [](AlertKind kind) {
                return alertTitle({kind, QStringLiteral("x"), {}, at(12, 0), {}, {}, QStringLiteral("x")});
            }));
        row("alerts", namesUpTo(AlertKind::HistoryUnavailable, [](AlertKind kind) {
                return alertText({kind, QStringLiteral("x"), {}, at(12, 0), {}, {}, QStringLiteral("x")},
                                 at(12, 5));
            }));
    }
}

void TestValueNames::everyValueHasItsOwnText()
{
    QFETCH(const Language, language);
    QFETCH(const QStringList, names);
    QCOMPARE(faultOf(names), QString());
    if (language != Language::Chinese)
        return;
    for (const QString &name : names) {
        const bool chinese = std::any_of(name.begin(), name.end(),
                                         [](QChar each) { return each.script() == QChar::Script_Han; });
        QVERIFY2(chinese, qPrintable(name));
    }
}

void TestValueNames::groupsHaveMarks()
{
    QCOMPARE(namesUpTo(Priority::Disabled, groupMark).join(QLatin1Char(' ')),
             QStringLiteral("⭐ 🔵 🟡 ⚪"));
}

void TestValueNames::unknownPartsAreLeftOut_data()
{
    QTest::addColumn<FailureFacts>("facts");
    QTest::addColumn<QString>("text");
    using Kind = OutcomeKind;
    using Fault = TransportFault;
    const auto row = [](const char *name, const FailureFacts &facts, const char *text) {
        QTest::newRow(name) << facts << QString::fromUtf8(text);
    };
    row("a refused connection", {Kind::ConnectFailure, 0, Fault::Refused}, "connection refused");
    row("a name that is not found", {Kind::ConnectFailure, 0, Fault::Dns}, "name not found");
    row("a connection failure without a fault", {Kind::ConnectFailure, 0, Fault::None}, "connection refused");
    row("no head in time", {Kind::HeaderTimeout, 0, Fault::HeaderTimeout}, "no answer in time");
    row("a lost connection", {Kind::ConnectionLost, 0, Fault::Reset}, "connection lost");
    row("a server error", {Kind::ServerError, 503, Fault::None}, "503 server error");
    row("overloaded", {Kind::Overloaded, 529, Fault::None}, "529 overloaded");
    row("overloaded inside a stream", {Kind::Overloaded, 0, Fault::None}, "overloaded");
    row("a rejected key", {Kind::KeyRejected, 401, Fault::None}, "401 key rejected");
    row("no credit", {Kind::OutOfCredit, 402, Fault::None}, "402 out of credit");
    row("a limit", {Kind::RateLimited, 429, Fault::None}, "429 rate limited");
    row("a page instead of an answer", {Kind::WrongContent, 200, Fault::None},
        "200 content that was not asked for");
    row("a stream that broke", {Kind::BrokenStream, 200, Fault::Truncated}, "stream broke off");
    row("too long", {Kind::TimedOut, 0, Fault::TotalTimeout}, "answer took too long");
}

void TestValueNames::unknownPartsAreLeftOut()
{
    QFETCH(const FailureFacts, facts);
    QTEST(failureText(facts), "text");
    for (const Language language : kLanguages) {
        const Translation translation(language);
        const QStringList kinds = namesUpTo(OutcomeKind::ClientGone, kindText);
        QCOMPARE(faultOf(kinds), QString());
    }
}

QTEST_GUILESS_MAIN(TestValueNames)
#include "tst_value_names.moc"
