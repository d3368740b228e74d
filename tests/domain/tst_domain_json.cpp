// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decision_json.h"
#include "models/domain/health_json.h"

#include <QJsonArray>
#include <QTest>

using namespace qcc;

namespace {

constexpr TimePoint kNoon{milliseconds(1'772'366'400'120)};

Decision fullDecision()
{
    Decision decision;
    decision.rule = DecisionRule::HourlyLimit;
    decision.at = kNoon;
    decision.from = QStringLiteral("main");
    decision.to = QStringLiteral("备用");
    decision.failures = 4;
    decision.failureThreshold = 3;
    decision.lastFailure = FailureFacts{OutcomeKind::ConnectFailure, 0, TransportFault::Refused};
    decision.successes = 1;
    decision.successThreshold = 3;
    decision.switchesInHour = 10;
    decision.maxPerHour = 10;
    decision.until = kNoon + minutes(3);
    decision.rejected = {{QStringLiteral("a"), Priority::Secondary, RejectReason::TooFewSuccesses, 1, 3, {}},
                         {QStringLiteral("b"), Priority::Fallback, RejectReason::Limited, 0, 0, kNoon}};
    return decision;
}

FailoverEvent fullEvent()
{
    return {QStringLiteral("0badcafe"),
            FailoverEventType::Recovery,
            QStringLiteral("spare"),
            QStringLiteral("main"),
            QStringLiteral("because"),
            kNoon,
            false,
            fullDecision()};
}

CheckReport fullReport()
{
    CheckReport report;
    report.endpoint.value = QStringLiteral("0badcafe");
    report.rung = CheckRung::CountTokens;
    report.reachable = CheckLayer::Good;
    report.keyAccepted = CheckLayer::Bad;
    report.outcome = {OutcomeKind::KeyRejected,
                      true,
                      HealthEffect::KeyRejected,
                      kNoon,
                      401,
                      TransportFault::None,
                      QStringLiteral("authentication_error")};
    report.latency = milliseconds(87);
    report.startedAt = kNoon;
    report.endedAt = kNoon + seconds(1);
    return report;
}

EndpointHealth fullHealth()
{
    EndpointHealth health;
    health.status = HealthStatus::Degraded;
    health.consecutiveFailures = 2;
    health.consecutiveSuccesses = 5;
    health.failingSince = kNoon;
    health.lastEvidence = kNoon + seconds(1);
    health.lastSuccess = kNoon + seconds(2);
    health.lastFailure = kNoon + seconds(3);
    health.lastFailureFacts = FailureFacts{OutcomeKind::ServerError, 503, TransportFault::None};
    health.lastCheck = fullReport();
    health.learnedRung = CheckRung::Models;
    health.learnedAt = kNoon + seconds(4);
    return health;
}

ConfigHealth fullConfigHealth()
{
    return {HealthStatus::Degraded, 1, 2, 3, 4, kNoon, kNoon + seconds(1), kNoon + seconds(2)};
}

/// There and back; and each field that is always written is needed.
template <typename Value, typename FromJson>
void check(const Value &value, FromJson fromJson, const QStringList &optional)
{
    const QJsonObject object = toJson(value);
    const Result<Value> read = fromJson(object);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.refusal().subject));
    QVERIFY(*read == value);
    for (const QString &key : object.keys()) {
        QJsonObject less = object;
        less.remove(key);
        QVERIFY2(fromJson(less).ok() == optional.contains(key), qPrintable(key));
        QJsonObject wrong = object;
        wrong[key] = QJsonArray{1};
        QVERIFY2(!fromJson(wrong).ok() || key.startsWith(QStringLiteral("is_")) ||
                     key == QStringLiteral("health_percentage"),
                 qPrintable(key));
    }
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

class TestDomainJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsFullComesBack()
    {
        check(fullDecision(), decisionFromJson,
              words("failures failure_threshold last_failure successes success_threshold switches_in_hour "
                    "max_per_hour until rejected"));
        check(fullEvent(), eventFromJson, words("decision"));
        check(Alert{AlertKind::Failover, QStringLiteral("s"), QStringLiteral("d"), kNoon, kNoon,
                    QStringLiteral("main"), QStringLiteral("spare")},
              alertFromJson, words("until from to"));
        check(fullReport(), checkReportFromJson, words("rung"));
        check(fullReport().outcome, outcomeFromJson, words("try_next until error_type"));
        check(fullHealth(), endpointHealthFromJson,
              words("failing_since last_evidence last_success last_failure last_failure_facts last_check "
                    "learned_rung learned_at"));
        check(fullConfigHealth(), configHealthFromJson,
              words("last_check last_failure last_success health_percentage is_healthy is_fully_healthy"));
    }

    void whatIsEmptyComesBack()
    {
        check(Decision(), decisionFromJson, {});
        check(FailoverEvent(), eventFromJson, {});
        check(Alert(), alertFromJson, {});
        check(CheckReport(), checkReportFromJson, {});
        check(EndpointHealth(), endpointHealthFromJson, {});
        check(ConfigHealth(), configHealthFromJson, words("health_percentage is_healthy is_fully_healthy"));
    }

    void anEventHasTheOldFilesKeys()
    {
        QJsonObject object = toJson(fullEvent());
        object.remove(QStringLiteral("decision"));
        const QJsonObject expected{{QStringLiteral("event_id"), QStringLiteral("0badcafe")},
                                   {QStringLiteral("event_type"), QStringLiteral("recovery")},
                                   {QStringLiteral("from_config"), QStringLiteral("spare")},
                                   {QStringLiteral("to_config"), QStringLiteral("main")},
                                   {QStringLiteral("reason"), QStringLiteral("because")},
                                   {QStringLiteral("timestamp"), QStringLiteral("2026-03-01T12:00:00.120Z")},
                                   {QStringLiteral("success"), false}};
        QCOMPARE(object, expected);
    }

    void aFaultNamesItsField()
    {
        QJsonObject object = toJson(fullDecision());
        object[QLatin1StringView("last_failure")] = QJsonObject();
        const auto read = decisionFromJson(object);
        QCOMPARE(read.refusal().code, RefusalCode::ProtocolError);
        QCOMPARE(read.refusal().subject, QStringLiteral("field \"last_failure\""));
    }
};

QTEST_APPLESS_MAIN(TestDomainJson)
#include "tst_domain_json.moc"
