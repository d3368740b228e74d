// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_json.h"

#include "models/domain/decision_json.h"
#include "models/domain/field_reader.h"
#include "models/domain/words.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

template <typename T, typename Encode> QJsonArray listOf(const std::vector<T> &values, Encode encode)
{
    QJsonArray list;
    for (const T &value : values)
        list << encode(value);
    return list;
}

void insertTime(QJsonObject &object, Field key, const std::optional<milliseconds> &time)
{
    if (time)
        object.insert(key, qint64(time->count()));
}

QJsonObject usageJson(const TokenUsage &usage)
{
    return {{Field("input"), usage.input},
            {Field("output"), usage.output},
            {Field("cache_read"), usage.cacheRead},
            {Field("cache_creation"), usage.cacheCreation}};
}

QJsonObject attemptJson(const AttemptRecord &attempt)
{
    QJsonObject object{{Field("config"), attempt.config},
                       {Field("endpoint"), attempt.endpoint.value},
                       {Field("endpoint_name"), attempt.endpointName},
                       {Field("outcome"), toWord(attempt.outcome.kind)},
                       {Field("status"), attempt.outcome.status},
                       {Field("duration_ms"), qint64(attempt.duration.count())}};
    if (!attempt.outcome.errorType.isEmpty())
        object.insert(Field("error_type"), attempt.outcome.errorType);
    if (!attempt.model.isEmpty())
        object.insert(Field("model"), QString::fromUtf8(attempt.model));
    return object;
}

QJsonObject configStatsJson(const ConfigStats &stats)
{
    QJsonObject object{{Field("config"), stats.config},
                       {Field("health_percentage"),
                        stats.healthPercentage ? QJsonValue(*stats.healthPercentage) : QJsonValue()},
                       {Field("active_share"), stats.activeShare},
                       {Field("requests_served"), stats.requestsServed},
                       {Field("usage"), usageJson(stats.usage)}};
    insertTime(object, Field("mean_first_byte_ms"), stats.meanFirstByte);
    return object;
}

QJsonObject spanJson(const ActiveSpan &span)
{
    return {{Field("config"), span.config}, {Field("from"), toIso(span.from)}, {Field("to"), toIso(span.to)}};
}

} // namespace

QJsonObject eventsJson(const std::vector<FailoverEvent> &events)
{
    return {{Field("events"), listOf(events, [](const FailoverEvent &event) { return toJson(event); })}};
}

QJsonObject requestJson(const StoredRequest &request)
{
    const RequestRecord &record = request.record;
    QJsonObject object{{Field("row"), request.row},
                       {Field("started_at"), toIso(record.startedAt)},
                       {Field("kind"), toWord(record.kind)},
                       {Field("model"), QString::fromUtf8(record.model)},
                       {Field("session"), QString::fromUtf8(record.session)},
                       {Field("end"), toWord(record.end)},
                       {Field("status"), record.status},
                       {Field("first_byte_ms"), qint64(record.firstByte.count())},
                       {Field("duration_ms"), qint64(record.duration.count())},
                       {Field("bytes_in"), qint64(record.bytesIn)},
                       {Field("bytes_out"), qint64(record.bytesOut)},
                       {Field("spilled_over"), record.spilledOver},
                       {Field("held_ms"), qint64(record.held.count())},
                       {Field("removed_thinking"), record.removedThinking},
                       {Field("thinking_off"), record.thinkingOff},
                       {Field("attempts"), listOf(record.attempts, attemptJson)}};
    if (record.usage)
        object.insert(Field("usage"), usageJson(*record.usage));
    return object;
}

QJsonObject requestsJson(const std::vector<StoredRequest> &requests)
{
    return {{Field("requests"), listOf(requests, requestJson)}};
}

QJsonObject statsJson(const HistoryStats &stats)
{
    QJsonObject object{{Field("from"), toIso(stats.from)},
                       {Field("to"), toIso(stats.to)},
                       {Field("failovers"), stats.failovers},
                       {Field("recoveries"), stats.recoveries},
                       {Field("manual_switches"), stats.manualSwitches},
                       {Field("failed_switches"), stats.failedSwitches},
                       {Field("failovers_per_hour"), stats.failoversPerHour},
                       {Field("failovers_per_day"), stats.failoversPerDay},
                       {Field("requests"), stats.requests},
                       {Field("served"), stats.served},
                       {Field("failed"), stats.failed},
                       {Field("broken"), stats.broken},
                       {Field("saved_by_spill_over"), stats.savedBySpillOver},
                       {Field("usage"), usageJson(stats.usage)},
                       {Field("configs"), listOf(stats.configs, configStatsJson)},
                       {Field("active_spans"), listOf(stats.activeSpans, spanJson)}};
    insertTime(object, Field("mean_time_to_recovery_ms"), stats.meanTimeToRecovery);
    insertTime(object, Field("mean_time_between_failovers_ms"), stats.meanTimeBetweenFailovers);
    return object;
}

} // namespace qcc
