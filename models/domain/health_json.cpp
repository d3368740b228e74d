// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/health_json.h"

#include "models/domain/decision_json.h"
#include "models/domain/field_reader.h"
#include "models/domain/words.h"

namespace qcc {

QJsonObject toJson(const Outcome &outcome)
{
    QJsonObject object{{QStringLiteral("kind"), toWord(outcome.kind)},
                       {QStringLiteral("effect"), toWord(outcome.effect)},
                       {QStringLiteral("status"), outcome.status},
                       {QStringLiteral("fault"), toWord(outcome.fault)}};
    if (outcome.tryNext)
        object.insert(QStringLiteral("try_next"), true);
    insertMoment(object, QLatin1StringView("until"), outcome.until);
    if (!outcome.errorType.isEmpty())
        object.insert(QStringLiteral("error_type"), outcome.errorType);
    return object;
}

Result<Outcome> outcomeFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    Outcome outcome;
    outcome.kind = in.word(QLatin1StringView("kind"), outcomeFromWord);
    outcome.effect = in.word(QLatin1StringView("effect"), healthEffectFromWord);
    outcome.status = int(in.count(QLatin1StringView("status")));
    outcome.fault = in.word(QLatin1StringView("fault"), transportFaultFromWord);
    outcome.tryNext = in.has(QLatin1StringView("try_next")) && in.flag(QLatin1StringView("try_next"));
    outcome.until = in.optionalMoment(QLatin1StringView("until"));
    outcome.errorType = in.optionalText(QLatin1StringView("error_type")).value_or(QString());
    return in.result(outcome);
}

QJsonObject toJson(const CheckReport &report)
{
    QJsonObject object{{QStringLiteral("endpoint"), report.endpoint.value},
                       {QStringLiteral("reachable"), toWord(report.reachable)},
                       {QStringLiteral("key_accepted"), toWord(report.keyAccepted)},
                       {QStringLiteral("model_answers"), toWord(report.modelAnswers)},
                       {QStringLiteral("outcome"), toJson(report.outcome)},
                       {QStringLiteral("latency_ms"), qint64(report.latency.count())},
                       {QStringLiteral("started_at"), toIso(report.startedAt)},
                       {QStringLiteral("ended_at"), toIso(report.endedAt)}};
    if (report.rung)
        object.insert(QStringLiteral("rung"), toWord(*report.rung));
    return object;
}

Result<CheckReport> checkReportFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    CheckReport report;
    report.endpoint.value = in.text(QLatin1StringView("endpoint"));
    report.rung = in.optionalWord(QLatin1StringView("rung"), checkRungFromWord);
    report.reachable = in.word(QLatin1StringView("reachable"), checkLayerFromWord);
    report.keyAccepted = in.word(QLatin1StringView("key_accepted"), checkLayerFromWord);
    report.modelAnswers = in.word(QLatin1StringView("model_answers"), checkLayerFromWord);
    report.outcome = in.nested(QLatin1StringView("outcome"), outcomeFromJson);
    report.latency = milliseconds(in.count(QLatin1StringView("latency_ms")));
    report.startedAt = in.moment(QLatin1StringView("started_at"));
    report.endedAt = in.moment(QLatin1StringView("ended_at"));
    return in.result(report);
}

QJsonObject toJson(const EndpointHealth &health)
{
    QJsonObject object{{QStringLiteral("status"), toWord(health.status)},
                       {QStringLiteral("consecutive_failures"), health.consecutiveFailures},
                       {QStringLiteral("consecutive_successes"), health.consecutiveSuccesses}};
    insertMoment(object, QLatin1StringView("failing_since"), health.failingSince);
    insertMoment(object, QLatin1StringView("last_evidence"), health.lastEvidence);
    insertMoment(object, QLatin1StringView("last_success"), health.lastSuccess);
    insertMoment(object, QLatin1StringView("last_failure"), health.lastFailure);
    insertMoment(object, QLatin1StringView("last_bad_answer"), health.lastBadAnswer);
    insertMoment(object, QLatin1StringView("learned_at"), health.learnedAt);
    if (health.lastFailureFacts)
        object.insert(QStringLiteral("last_failure_facts"), toJson(*health.lastFailureFacts));
    if (health.lastCheck)
        object.insert(QStringLiteral("last_check"), toJson(*health.lastCheck));
    if (health.learnedRung)
        object.insert(QStringLiteral("learned_rung"), toWord(*health.learnedRung));
    return object;
}

Result<EndpointHealth> endpointHealthFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    EndpointHealth health;
    health.status = in.word(QLatin1StringView("status"), healthStatusFromWord);
    health.consecutiveFailures = int(in.count(QLatin1StringView("consecutive_failures")));
    health.consecutiveSuccesses = int(in.count(QLatin1StringView("consecutive_successes")));
    health.failingSince = in.optionalMoment(QLatin1StringView("failing_since"));
    health.lastEvidence = in.optionalMoment(QLatin1StringView("last_evidence"));
    health.lastSuccess = in.optionalMoment(QLatin1StringView("last_success"));
    health.lastFailure = in.optionalMoment(QLatin1StringView("last_failure"));
    health.lastBadAnswer = in.optionalMoment(QLatin1StringView("last_bad_answer"));
    health.learnedAt = in.optionalMoment(QLatin1StringView("learned_at"));
    health.lastFailureFacts =
        in.optionalNested(QLatin1StringView("last_failure_facts"), failureFactsFromJson);
    health.lastCheck = in.optionalNested(QLatin1StringView("last_check"), checkReportFromJson);
    health.learnedRung = in.optionalWord(QLatin1StringView("learned_rung"), checkRungFromWord);
    return in.result(health);
}

QJsonObject toJson(const ConfigHealth &health)
{
    QJsonObject object{{QStringLiteral("status"), toWord(health.status)},
                       {QStringLiteral("healthy_endpoints"), health.healthyEndpoints},
                       {QStringLiteral("total_endpoints"), health.totalEndpoints},
                       {QStringLiteral("consecutive_failures"), health.consecutiveFailures},
                       {QStringLiteral("consecutive_successes"), health.consecutiveSuccesses},
                       {QStringLiteral("health_percentage"), health.healthPercentage()},
                       {QStringLiteral("is_healthy"), health.isHealthy()},
                       {QStringLiteral("is_fully_healthy"), health.isFullyHealthy()}};
    insertMoment(object, QLatin1StringView("last_check"), health.lastCheck);
    insertMoment(object, QLatin1StringView("last_failure"), health.lastFailure);
    insertMoment(object, QLatin1StringView("last_success"), health.lastSuccess);
    return object;
}

Result<ConfigHealth> configHealthFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ConfigHealth health;
    health.status = in.word(QLatin1StringView("status"), healthStatusFromWord);
    health.healthyEndpoints = int(in.count(QLatin1StringView("healthy_endpoints")));
    health.totalEndpoints = int(in.count(QLatin1StringView("total_endpoints")));
    health.consecutiveFailures = int(in.count(QLatin1StringView("consecutive_failures")));
    health.consecutiveSuccesses = int(in.count(QLatin1StringView("consecutive_successes")));
    health.lastCheck = in.optionalMoment(QLatin1StringView("last_check"));
    health.lastFailure = in.optionalMoment(QLatin1StringView("last_failure"));
    health.lastSuccess = in.optionalMoment(QLatin1StringView("last_success"));
    return in.result(health);
}

} // namespace qcc
