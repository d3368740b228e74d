// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/decision_text.h"
#include "models/text/translation.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

const QString kProduction = QStringLiteral("production");
const QString kBackup = QStringLiteral("backup");
const TimePoint kNow = at(14, 31, 50);

Decision bare(DecisionRule rule)
{
    Decision decision;
    decision.rule = rule;
    return decision;
}

/// production has failed as often as it takes; backup is next.
Decision failing(DecisionRule rule)
{
    Decision decision;
    decision.rule = rule;
    decision.at = at(14, 30, 5);
    decision.from = kProduction;
    decision.to = kBackup;
    decision.failures = 3;
    decision.failureThreshold = 3;
    decision.lastFailure = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
    decision.successThreshold = 3;
    decision.maxPerHour = 10;
    return decision;
}

/// backup works; production is better.
Decision returning(DecisionRule rule)
{
    Decision decision;
    decision.rule = rule;
    decision.at = at(14, 30, 5);
    decision.from = kBackup;
    decision.to = kProduction;
    decision.failureThreshold = 3;
    decision.successes = 4;
    decision.successThreshold = 3;
    decision.maxPerHour = 10;
    return decision;
}

Decision with(Decision decision, std::optional<TimePoint> until)
{
    decision.until = until;
    return decision;
}

Decision nobody(Decision decision)
{
    decision.to.clear();
    decision.successes = 0;
    return decision;
}

Decision rejecting(Decision decision, std::vector<RejectedCandidate> rejected)
{
    decision.rejected = std::move(rejected);
    return decision;
}

Decision keyRejected(Decision decision)
{
    decision.failures = 0;
    decision.lastFailure = FailureFacts{OutcomeKind::KeyRejected, 401, TransportFault::None};
    return decision;
}

Decision counting(Decision decision, int switches)
{
    decision.switchesInHour = switches;
    return decision;
}

Decision once(Decision decision)
{
    decision.failures = 1;
    decision.to.clear();
    decision.lastFailure = FailureFacts{OutcomeKind::ConnectFailure, 0, TransportFault::Refused};
    return decision;
}

Decision fromNobody(Decision decision)
{
    decision.from.clear();
    decision.failures = 0;
    decision.lastFailure.reset();
    return decision;
}

RejectedCandidate candidate(RejectReason reason, int have = 0, int need = 0,
                            std::optional<TimePoint> until = {})
{
    return {QStringLiteral("emergency"), Priority::Fallback, reason, have, need, until};
}

} // namespace

class TestDecisionText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sentencesOfADecision_data();
    void sentencesOfADecision();
    void rejections_data();
    void rejections();
    void reasonLines_data();
    void reasonLines();
    void eventsAreTold();
    void everyRuleIsToldInBothLanguages_data();
    void everyRuleIsToldInBothLanguages();
    void namesWithPercentSignsStay();

private:
    std::unique_ptr<Translation> m_translation;
};

void TestDecisionText::initTestCase()
{
    useUtc();
    m_translation = std::make_unique<Translation>(Language::English);
}

void TestDecisionText::sentencesOfADecision_data()
{
    QTest::addColumn<Decision>("decision");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const Decision &decision, const char *text) {
        QTest::newRow(name) << decision << QString::fromUtf8(text);
    };
    using Rule = DecisionRule;
    const TimePoint due = at(14, 35, 10);
    row("a failover", failing(Rule::ActiveFailed),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "A failover needs 3 failures in a row.\n"
        "backup took over at 14:30:05.");
    row("a failover past a candidate",
        rejecting(failing(Rule::ActiveFailed), {candidate(RejectReason::NoKey)}),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "A failover needs 3 failures in a row.\n"
        "backup took over at 14:30:05.\n"
        "Looked at and not taken:\n"
        "• emergency (fallback): has no key");
    row("a failover for a rejected key", keyRejected(failing(Rule::ActiveFailed)),
        "production is down: 401 key rejected.\n"
        "backup took over at 14:30:05.");
    row("a recovery", returning(Rule::BetterIsBack),
        "production is better than backup, and is well.\n"
        "The cool-down and the recovery delay were over, so QCC returned to it at 14:30:05.\n"
        "production was well 4 times in a row; needed: 3.");
    row("a person's choice", failing(Rule::ChosenByPerson),
        "A person chose backup at 14:30:05.\nproduction was active until then.");
    row("a person's choice for a time", with(fromNobody(failing(Rule::ChosenByPerson)), at(16, 30)),
        "A person chose backup at 14:30:05.\nThe choice stands until 16:30:00 (in 1:58:10).");
    row("the first choice", fromNobody(failing(Rule::FirstActivation)),
        "No config was active: QCC took the first healthy one from the top, backup, at 14:30:05.");
    row("the active one is gone", failing(Rule::ActiveGone),
        "production can no longer be used: it was removed or disabled, or lost its endpoints or keys.\n"
        "backup took its place at 14:30:05.");
    row("the active one is gone, and nobody is left", nobody(failing(Rule::ActiveGone)),
        "production can no longer be used: it was removed or disabled, or lost its endpoints or keys.\n"
        "No other config can take its place.");
    row("all is well", nobody(returning(Rule::AllWell)),
        "backup works, and it is the best: there is nothing to switch.");
    row("one failure is not enough", once(failing(Rule::ActiveFailing)),
        "production failed once, at last with: connection refused.\n"
        "A failover needs 3 failures in a row.");
    row("automatic failover is off", failing(Rule::AutoFailoverOff),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "Automatic failover is off: the active config stays until a person switches.\n"
        "backup could take over.");
    row("automatic recovery is off", returning(Rule::AutoRecoveryOff),
        "production is better than backup, and is well.\n"
        "Automatic recovery is off: backup stays active until a person switches.");
    row("pinned", returning(Rule::Pinned),
        "production is better than backup, and is well.\n"
        "A person chose backup, and that choice stands until it is released.");
    row("pinned for a time", with(returning(Rule::Pinned), due),
        "production is better than backup, and is well.\n"
        "A person chose backup, and that choice stands until 14:35:10 (in 3:20).");
    row("recovery in the cool-down", with(returning(Rule::CoolDown), due),
        "production is better than backup, and is well.\n"
        "Automatic recovery may take place at 14:35:10 (in 3:20), when the cool-down after the last switch "
        "is "
        "over, if production stays well.");
    row("failover in the cool-down", with(failing(Rule::CoolDown), due),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "The cool-down after the last switch ends at 14:35:10 (in 3:20); no automatic switch before.");
    row("the hourly limit", counting(with(failing(Rule::HourlyLimit), due), 10),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "10 automatic switches in the last hour; permitted: 10.\n"
        "The next automatic switch is possible at 14:35:10 (in 3:20).");
    row("the own network", with(bare(Rule::OwnNetwork), {}),
        "This computer's own network is down or has only just come back: failures count against nobody, and "
        "nothing is switched.");
    row("nobody can take over",
        rejecting(nobody(failing(Rule::NoCandidate)), {candidate(RejectReason::Unhealthy, 7)}),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "No config can take over:\n"
        "• emergency (fallback): unhealthy, failed 7 times in a row");
    row("nobody is set up to take over", nobody(failing(Rule::NoCandidate)),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "No other config is set up to take over.");
    row("nobody to begin with", nobody(fromNobody(failing(Rule::NoCandidate))),
        "No config is active, and none can be taken.");
    row("others are asked", with(nobody(failing(Rule::AwaitingCheck)), at(14, 31, 55)),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "Other configs are being asked whether they answer; one that does takes over.\n"
        "They are waited for until 14:31:55 (in 0:05).");
    row("better ones are asked", failing(Rule::AwaitingCheck),
        "production failed 3 times in a row, at last with: 529 overloaded.\n"
        "backup can take over, but better ones are still being asked whether they answer.");
    row("a better one waits for its delay",
        rejecting(with(nobody(returning(Rule::RecoveryWaits)), due),
                  {{kProduction, Priority::Primary, RejectReason::RecoveryDelay, 0, 0, due}}),
        "backup works.\n"
        "Automatic recovery may take place at 14:35:10 (in 3:20) at the earliest, if a better config is well "
        "then.\n"
        "Better configs that do not qualify yet:\n"
        "• production (primary): failed too recently, qualifies at 14:35:10 (in 3:20)");
    row("nothing is set up", bare(Rule::NothingConfigured), "No config with an endpoint is set up yet.");
}

void TestDecisionText::sentencesOfADecision()
{
    QFETCH(const Decision, decision);
    const QString text = sentences(decision, kNow).join(QLatin1Char('\n'));
    QTEST(text, "text");
}

void TestDecisionText::rejections_data()
{
    QTest::addColumn<RejectedCandidate>("candidate");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const RejectedCandidate &candidate, const char *text) {
        QTest::newRow(name) << candidate << QString::fromUtf8(text);
    };
    using Reason = RejectReason;
    const TimePoint due = at(14, 35, 10);
    row("disabled", candidate(Reason::Disabled), "disabled");
    row("its group is off", candidate(Reason::GroupOff), "its group is switched off");
    row("no endpoints", candidate(Reason::NoEndpoints), "has no endpoints");
    row("no key", candidate(Reason::NoKey), "has no key");
    row("unhealthy, once", candidate(Reason::Unhealthy, 1), "unhealthy, failed once");
    row("unhealthy, often", candidate(Reason::Unhealthy, 5), "unhealthy, failed 5 times in a row");
    row("unhealthy, not counted", candidate(Reason::Unhealthy), "unhealthy");
    row("not checked", candidate(Reason::NotChecked), "not checked yet");
    row("not confirmed", candidate(Reason::NotConfirmed), "has not answered since the trouble began");
    row("limited", candidate(Reason::Limited, 0, 0, due), "rate limited until 14:35:10 (in 3:20)");
    row("limited for an unknown time", candidate(Reason::Limited), "rate limited");
    row("key rejected", candidate(Reason::KeyRejected, 0, 0, due),
        "key rejected, tried again at 14:35:10 (in 3:20)");
    row("out of credit", candidate(Reason::OutOfCredit), "out of credit");
    row("too few successes", candidate(Reason::TooFewSuccesses, 1, 3), "1 of 3 good checks in a row");
    row("one success needed", candidate(Reason::TooFewSuccesses, 0, 1), "0 of 1 good check in a row");
    row("a delay that is over by now", candidate(Reason::RecoveryDelay, 0, 0, at(14, 0)),
        "failed too recently, qualifies at 14:00:00");
}

void TestDecisionText::rejections()
{
    QFETCH(const RejectedCandidate, candidate);
    QTEST(rejectionText(candidate, kNow), "text");
}

void TestDecisionText::reasonLines_data()
{
    QTest::addColumn<FailoverEvent>("event");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *words, std::optional<Decision> decision,
                        const char *text) {
        FailoverEvent event;
        event.reason = QString::fromUtf8(words);
        event.decision = std::move(decision);
        QTest::newRow(name) << event << QString::fromUtf8(text);
    };
    using Rule = DecisionRule;
    row("a failover", "", failing(Rule::ActiveFailed), "production failed 3 times in a row: 529 overloaded");
    row("a failover for a key", "", keyRejected(failing(Rule::ActiveFailed)),
        "production is down: 401 key rejected");
    row("a recovery", "", returning(Rule::BetterIsBack), "production is well again, 4 times in a row");
    row("a person without words", "", failing(Rule::ChosenByPerson), "chosen by a person");
    row("a person's words win", "testing the reseller", failing(Rule::ChosenByPerson),
        "testing the reseller");
    row("an imported event", "Primary unhealthy", std::nullopt, "Primary unhealthy");
    row("an imported event without words", "", std::nullopt, "no reason is known");
    row("nobody can take over", "", nobody(failing(Rule::NoCandidate)),
        "production failed 3 times in a row: 529 overloaded; no other config can take over");
    row("the limit hinders a failover", "", failing(Rule::HourlyLimit),
        "production failed 3 times in a row: 529 overloaded; the hourly limit of 10 switches is reached");
    row("the limit hinders a recovery", "", returning(Rule::HourlyLimit),
        "the hourly limit of 10 switches is reached");
    row("the first choice", "", fromNobody(failing(Rule::FirstActivation)),
        "the first healthy config from the top");
}

void TestDecisionText::reasonLines()
{
    QFETCH(const FailoverEvent, event);
    QTEST(reasonLine(event), "text");
}

void TestDecisionText::eventsAreTold()
{
    FailoverEvent event;
    event.type = FailoverEventType::Manual;
    event.from = kProduction;
    event.to = kBackup;
    event.at = at(14, 30, 5);
    QCOMPARE(sentences(event, kNow),
             (QStringList{QStringLiteral("14:30:05: Manual switch from production to backup."),
                          QStringLiteral("Nothing more is known of it.")}));
    event.reason = QStringLiteral("cheaper today");
    event.decision = failing(DecisionRule::ChosenByPerson);
    QCOMPARE(sentences(event, kNow),
             (QStringList{QStringLiteral("14:30:05: Manual switch from production to backup."),
                          QStringLiteral("Reason given: cheaper today"),
                          QStringLiteral("A person chose backup at 14:30:05."),
                          QStringLiteral("production was active until then.")}));
}

void TestDecisionText::everyRuleIsToldInBothLanguages_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<Decision>("decision");
    for (const Language language : kLanguages) {
        for (int i = 0; i <= static_cast<int>(DecisionRule::NothingConfigured); ++i) {
            const auto rule = static_cast<DecisionRule>(i);
            const auto row = [&](const char *name, const Decision &decision) {
                QTest::addRow("%s: rule %d, %s", qPrintable(toWord(language)), i, name)
                    << language << decision;
            };
            row("full", with(rejecting(failing(rule), {candidate(RejectReason::NoKey)}), at(14, 35)));
            row("of a return", with(returning(rule), at(14, 35)));
            row("bare", bare(rule));
        }
    }
}

/// Whatever is left out of a decision, no sentence comes out empty or with a place that was not filled.
void TestDecisionText::everyRuleIsToldInBothLanguages()
{
    QFETCH(const Language, language);
    QFETCH(const Decision, decision);
    const Translation translation(language);
    const QStringList lines = sentences(decision, kNow);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines) {
        QVERIFY2(!line.trimmed().isEmpty() && !line.contains(QLatin1Char('%')), qPrintable(line));
        const bool latin = language == Language::English;
        QVERIFY2(!latin || line.front().isUpper() || line.front() == QChar(u'•') ||
                     line.front() == QLatin1Char(' ') || line.startsWith(kProduction) ||
                     line.startsWith(kBackup) || line.front().isDigit(),
                 qPrintable(line));
    }
}

void TestDecisionText::namesWithPercentSignsStay()
{
    Decision decision = failing(DecisionRule::ActiveFailed);
    decision.from = QStringLiteral("50%2");
    decision.to = QStringLiteral("%1");
    decision.successes = 2;
    QCOMPARE(reasonLine(decision), QStringLiteral("50%2 failed 3 times in a row: 529 overloaded"));
    QCOMPARE(sentences(decision, kNow).mid(2),
             (QStringList{QStringLiteral("%1 took over at 14:30:05."),
                          QStringLiteral("%1 was well 2 times in a row.")}));
}

QTEST_GUILESS_MAIN(TestDecisionText)
#include "tst_decision_text.moc"
