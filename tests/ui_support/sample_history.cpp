// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/sample_world.h"

namespace qcc::test {

namespace {

const QString &production()
{
    static const QString kName = QStringLiteral("production");
    return kName;
}

const QString &backup()
{
    static const QString kName = QStringLiteral("backup");
    return kName;
}

FailoverEvent eventOf(int number)
{
    FailoverEvent event;
    event.id = QStringLiteral("%1").arg(0xa0000000u + static_cast<uint>(number), 8, 16, QLatin1Char('0'));
    event.at = sampleNow() - minutes(5 + 47 * number);
    Decision decision;
    decision.at = event.at;
    decision.failureThreshold = decision.successThreshold = 3;
    decision.maxPerHour = 10;
    switch (number % 5) {
    case 0:
    case 3:
        event.type = FailoverEventType::Failover;
        event.from = production();
        event.to = number % 5 == 3 ? QString() : backup();
        event.success = number % 5 != 3;
        decision.rule = event.success ? DecisionRule::ActiveFailed : DecisionRule::NoCandidate;
        decision.failures = 3;
        decision.lastFailure = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
        if (!event.success)
            decision.rejected = {
                {backup(), Priority::Secondary, RejectReason::Unhealthy, 4, 0, std::nullopt},
                {QStringLiteral("emergency"), Priority::Fallback, RejectReason::NoKey, 0, 0, std::nullopt}};
        break;
    case 1:
        event.type = FailoverEventType::Recovery;
        event.from = backup();
        event.to = production();
        decision.rule = DecisionRule::BetterIsBack;
        decision.successes = 3;
        break;
    case 2:
        event.type = FailoverEventType::Manual;
        event.from = production();
        event.to = QStringLiteral("team-gateway");
        event.reason = QStringLiteral("maintenance of the contract, until Tuesday");
        decision.rule = DecisionRule::ChosenByPerson;
        break;
    default:
        event.type = FailoverEventType::Activation;
        event.to = production();
        decision.rule = DecisionRule::FirstActivation;
    }
    decision.from = event.from;
    decision.to = event.to;
    event.decision = decision;
    return event;
}

AttemptRecord attempt(const QString &config, const QString &id, const QString &name, OutcomeKind kind,
                      int status)
{
    AttemptRecord made;
    made.config = config;
    made.endpoint = EndpointId{id};
    made.endpointName = name;
    made.outcome.kind = kind;
    made.outcome.status = status;
    made.duration = milliseconds(kind == OutcomeKind::Success ? 8'400 : 310);
    return made;
}

StoredRequest requestOf(int number, qint64 row)
{
    StoredRequest stored;
    stored.row = row;
    RequestRecord &record = stored.record;
    record.number = static_cast<quint64>(row);
    record.kind = number % 7 == 6 ? RequestKind::CountTokens : RequestKind::Messages;
    record.model = number % 3 == 0 ? "claude-opus-4-1" : "claude-sonnet-4-5";
    record.session = number % 2 == 0 ? "5f1c2d3e-0001" : "5f1c2d3e-0002";
    record.startedAt = sampleNow() - seconds(20 * number + 3);
    record.firstByte = milliseconds(420 + 13 * (number % 40));
    record.duration = milliseconds(8'400 + 97 * (number % 60));
    record.status = 200;
    record.bytesIn = 48'000;
    record.bytesOut = 9'100;
    record.usage = TokenUsage{12'400 + number, 830, 11'000, 300};
    const auto good = attempt(production(), QStringLiteral("0000a001"), QStringLiteral("eu-central"),
                              OutcomeKind::Success, 200);
    record.attempts = {good};
    if (number % 6 == 1) {
        record.attempts = {attempt(production(), QStringLiteral("0000a001"), QStringLiteral("eu-central"),
                                   OutcomeKind::Overloaded, 529),
                           attempt(production(), QStringLiteral("0000a002"), QStringLiteral("us-east"),
                                   OutcomeKind::ServerError, 503),
                           attempt(backup(), QStringLiteral("0000c001"), QStringLiteral("official"),
                                   OutcomeKind::Success, 200)};
        record.spilledOver = true;
    }
    if (number % 11 == 9) {
        record.end = RequestEnd::Failed;
        record.status = 503;
        record.usage.reset();
        record.attempts = {attempt(production(), QStringLiteral("0000a001"), QStringLiteral("eu-central"),
                                   OutcomeKind::ConnectFailure, 0)};
        record.attempts.back().outcome.fault = TransportFault::Refused;
    }
    if (number % 17 == 12)
        record.end = RequestEnd::Broken;
    if (number % 19 == 14)
        record.end = RequestEnd::ClientGone;
    return stored;
}

} // namespace

std::vector<FailoverEvent> sampleEvents(int count)
{
    std::vector<FailoverEvent> events;
    for (int i = 0; i < count; ++i)
        events.push_back(eventOf(i));
    return events;
}

std::vector<StoredRequest> sampleRequests(int count)
{
    std::vector<StoredRequest> requests;
    for (int i = 0; i < count; ++i)
        requests.push_back(requestOf(i, count - i));
    return requests;
}

} // namespace qcc::test
