// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"

#include <QSet>
#include <QTest>

using namespace qcc;

namespace {

/// All enumerators up to @p last have words of their own that lead back to them. The words themselves are a
/// promise to databases and scripts: @p words lists them.
template <typename Enum, typename FromWord> void check(Enum last, FromWord fromWord, const QString &words)
{
    QStringList found;
    for (int i = 0; i <= int(last); ++i) {
        const QString word = toWord(Enum(i));
        QCOMPARE(fromWord(word), std::optional(Enum(i)));
        found << word;
    }
    QCOMPARE(found.join(QLatin1Char(' ')), words);
    QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), found.size());
    QVERIFY(!fromWord(QString()));
    QVERIFY(!fromWord(QStringLiteral("Nonsense")));
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decisions()
    {
        check(FailoverEventType::Activation, eventTypeFromWord,
              QStringLiteral("failover recovery manual activation"));
        check(DecisionRule::NothingConfigured, decisionRuleFromWord,
              QStringLiteral(
                  "active-failed better-is-back chosen-by-person first-activation active-gone all-well "
                  "active-failing auto-failover-off auto-recovery-off pinned cool-down hourly-limit "
                  "own-network no-candidate awaiting-check recovery-waits nothing-configured"));
        check(RejectReason::RecoveryDelay, rejectReasonFromWord,
              QStringLiteral(
                  "disabled group-off no-endpoints no-key unhealthy not-checked not-confirmed limited "
                  "key-rejected out-of-credit too-few-successes recovery-delay"));
        check(AlertKind::HistoryUnavailable, alertKindFromWord,
              QStringLiteral(
                  "failover recovery all-down no-fallback hourly-limit away-from-primary key-rejected "
                  "out-of-credit own-network history-unavailable"));
    }

    void health()
    {
        check(HealthStatus::Unhealthy, healthStatusFromWord,
              QStringLiteral("unknown healthy degraded unhealthy"));
        check(CheckRung::Message, checkRungFromWord, QStringLiteral("models count-tokens message"));
        check(CheckLayer::Bad, checkLayerFromWord, QStringLiteral("unknown good bad"));
    }

    void outcomes()
    {
        check(RequestKind::Other, requestKindFromWord, QStringLiteral("messages count-tokens models other"));
        check(RequestEnd::ClientGone, requestEndFromWord, QStringLiteral("served failed broken client-gone"));
        check(TransportFault::Cancelled, transportFaultFromWord,
              QStringLiteral(
                  "none dns refused connect-timeout tls outbound-proxy reset header-timeout protocol "
                  "truncated idle-timeout total-timeout cancelled"));
        check(HealthEffect::ModelLimited, healthEffectFromWord,
              QStringLiteral("neutral success failure key-out-of-credit key-rejected model-missing limited "
                             "model-limited"));
        check(OutcomeKind::ClientGone, outcomeFromWord,
              QStringLiteral(
                  "success passed-through connect-failure connection-lost header-timeout "
                  "protocol-violation out-of-credit key-rejected not-found config-says-next server-error "
                  "rate-limited-until rate-limited overloaded wrong-content early-stream-failure "
                  "broken-stream timed-out client-gone"));
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
