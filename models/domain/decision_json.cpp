// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decision_json.h"

#include "models/domain/field_reader.h"
#include "models/domain/words.h"

namespace qcc {

namespace {

QJsonObject toJson(const RejectedCandidate &rejected)
{
    QJsonObject object{{QStringLiteral("config"), rejected.config},
                       {QStringLiteral("priority"), toWord(rejected.priority)},
                       {QStringLiteral("reason"), toWord(rejected.reason)}};
    insertCount(object, QLatin1StringView("have"), rejected.have);
    insertCount(object, QLatin1StringView("need"), rejected.need);
    insertMoment(object, QLatin1StringView("until"), rejected.until);
    return object;
}

Result<RejectedCandidate> rejectedFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    RejectedCandidate rejected;
    rejected.config = in.text(QLatin1StringView("config"));
    rejected.priority = in.word(QLatin1StringView("priority"), priorityFromWord);
    rejected.reason = in.word(QLatin1StringView("reason"), rejectReasonFromWord);
    rejected.have = in.optionalCount(QLatin1StringView("have"));
    rejected.need = in.optionalCount(QLatin1StringView("need"));
    rejected.until = in.optionalMoment(QLatin1StringView("until"));
    return in.result(rejected);
}

/// The numbers and times of a decision, which are left out where there are none.
void readFigures(FieldReader &in, Decision &decision)
{
    decision.failures = in.optionalCount(QLatin1StringView("failures"));
    decision.failureThreshold = in.optionalCount(QLatin1StringView("failure_threshold"));
    decision.successes = in.optionalCount(QLatin1StringView("successes"));
    decision.successThreshold = in.optionalCount(QLatin1StringView("success_threshold"));
    decision.switchesInHour = in.optionalCount(QLatin1StringView("switches_in_hour"));
    decision.maxPerHour = in.optionalCount(QLatin1StringView("max_per_hour"));
    decision.until = in.optionalMoment(QLatin1StringView("until"));
}

} // namespace

QJsonObject toJson(const FailureFacts &facts)
{
    return {{QStringLiteral("kind"), toWord(facts.kind)},
            {QStringLiteral("status"), facts.status},
            {QStringLiteral("fault"), toWord(facts.fault)}};
}

Result<FailureFacts> failureFactsFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    FailureFacts facts;
    facts.kind = in.word(QLatin1StringView("kind"), outcomeFromWord);
    facts.status = int(in.count(QLatin1StringView("status")));
    facts.fault = in.word(QLatin1StringView("fault"), transportFaultFromWord);
    return in.result(facts);
}

QJsonObject toJson(const Decision &decision)
{
    QJsonObject object{{QStringLiteral("rule"), toWord(decision.rule)},
                       {QStringLiteral("at"), toIso(decision.at)},
                       {QStringLiteral("from"), decision.from},
                       {QStringLiteral("to"), decision.to}};
    insertCount(object, QLatin1StringView("failures"), decision.failures);
    insertCount(object, QLatin1StringView("failure_threshold"), decision.failureThreshold);
    insertCount(object, QLatin1StringView("successes"), decision.successes);
    insertCount(object, QLatin1StringView("success_threshold"), decision.successThreshold);
    insertCount(object, QLatin1StringView("switches_in_hour"), decision.switchesInHour);
    insertCount(object, QLatin1StringView("max_per_hour"), decision.maxPerHour);
    insertMoment(object, QLatin1StringView("until"), decision.until);
    if (decision.lastFailure)
        object.insert(QStringLiteral("last_failure"), toJson(*decision.lastFailure));
    QJsonArray rejected;
    for (const RejectedCandidate &candidate : decision.rejected)
        rejected << toJson(candidate);
    if (!rejected.isEmpty())
        object.insert(QStringLiteral("rejected"), rejected);
    return object;
}

Result<Decision> decisionFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    Decision decision;
    decision.rule = in.word(QLatin1StringView("rule"), decisionRuleFromWord);
    decision.at = in.moment(QLatin1StringView("at"));
    decision.from = in.text(QLatin1StringView("from"));
    decision.to = in.text(QLatin1StringView("to"));
    readFigures(in, decision);
    decision.lastFailure = in.optionalNested(QLatin1StringView("last_failure"), failureFactsFromJson);
    if (in.has(QLatin1StringView("rejected")))
        decision.rejected = in.nestedList(QLatin1StringView("rejected"), rejectedFromJson);
    return in.result(decision);
}

QJsonObject toJson(const FailoverEvent &event)
{
    QJsonObject object{
        {QStringLiteral("event_id"), event.id},      {QStringLiteral("event_type"), toWord(event.type)},
        {QStringLiteral("from_config"), event.from}, {QStringLiteral("to_config"), event.to},
        {QStringLiteral("reason"), event.reason},    {QStringLiteral("timestamp"), toIso(event.at)},
        {QStringLiteral("success"), event.success}};
    if (event.decision)
        object.insert(QStringLiteral("decision"), toJson(*event.decision));
    return object;
}

Result<FailoverEvent> eventFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    FailoverEvent event;
    event.id = in.text(QLatin1StringView("event_id"));
    event.type = in.word(QLatin1StringView("event_type"), eventTypeFromWord);
    event.from = in.text(QLatin1StringView("from_config"));
    event.to = in.text(QLatin1StringView("to_config"));
    event.reason = in.text(QLatin1StringView("reason"));
    event.at = in.moment(QLatin1StringView("timestamp"));
    event.success = in.flag(QLatin1StringView("success"));
    event.decision = in.optionalNested(QLatin1StringView("decision"), decisionFromJson);
    return in.result(event);
}

QJsonObject toJson(const Alert &alert)
{
    QJsonObject object{{QStringLiteral("kind"), toWord(alert.kind)},
                       {QStringLiteral("subject"), alert.subject},
                       {QStringLiteral("detail"), alert.detail},
                       {QStringLiteral("since"), toIso(alert.since)}};
    insertMoment(object, QLatin1StringView("until"), alert.until);
    if (!alert.from.isEmpty())
        object.insert(QStringLiteral("from"), alert.from);
    if (!alert.to.isEmpty())
        object.insert(QStringLiteral("to"), alert.to);
    return object;
}

Result<Alert> alertFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    Alert alert;
    alert.kind = in.word(QLatin1StringView("kind"), alertKindFromWord);
    alert.subject = in.text(QLatin1StringView("subject"));
    alert.detail = in.text(QLatin1StringView("detail"));
    alert.since = in.moment(QLatin1StringView("since"));
    alert.until = in.optionalMoment(QLatin1StringView("until"));
    alert.from = in.optionalText(QLatin1StringView("from")).value_or(QString());
    alert.to = in.optionalText(QLatin1StringView("to")).value_or(QString());
    return in.result(alert);
}

} // namespace qcc
