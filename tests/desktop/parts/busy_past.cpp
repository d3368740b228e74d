// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/parts/busy_past.h"

#include "app/history/history_database.h"
#include "app/history/history_file.h"

namespace qcc::test {

namespace {

using std::chrono::hours;

constexpr hours kSpan{7 * 24};
constexpr minutes kSampleEvery{10};
constexpr int kEvents = 2'000;
constexpr int kRequests = 20'000;

QString configName(int number)
{
    return QStringLiteral("config-%1").arg(number % kPastConfigs);
}

HealthSample sampleOf(TimePoint at, int config, int number)
{
    const bool well = (number + config * 5) % 17 != 0;
    return {at,
            configName(config),
            well ? HealthStatus::Healthy : HealthStatus::Unhealthy,
            well ? 1 : 0,
            1,
            milliseconds(80 + (number * 7 + config * 31) % 400)};
}

FailoverEvent eventOf(TimePoint at, int number)
{
    FailoverEvent event;
    event.id = QStringLiteral("%1").arg(number, 8, 16, QLatin1Char('0'));
    const bool back = number % 2 == 1;
    event.type = back ? FailoverEventType::Recovery : FailoverEventType::Failover;
    event.from = configName(back ? 1 : 0);
    event.to = configName(back ? 0 : 1);
    event.at = at;
    event.decision = Decision();
    event.decision->at = at;
    return event;
}

RequestRecord requestOf(TimePoint at, int number)
{
    RequestRecord record;
    record.number = quint64(number);
    record.kind = RequestKind::Messages;
    record.model = number % 3 == 0 ? "claude-haiku-4-5" : "claude-sonnet-4-5";
    record.session = QByteArray::number(number / 200, 16).rightJustified(36, 'a');
    record.startedAt = at;
    record.firstByte = milliseconds(500 + number % 900);
    record.duration = milliseconds(2'000 + number % 30'000);
    record.status = 200;
    record.usage = TokenUsage{number % 50, number % 2'000, 30'000 + number % 1'000, number % 400};
    AttemptRecord attempt{
        configName(number), {QStringLiteral("0badcafe")}, QStringLiteral("api.test"), {}, record.duration};
    attempt.outcome.effect = HealthEffect::Success;
    attempt.outcome.status = 200;
    record.attempts.push_back(attempt);
    return record;
}

} // namespace

bool writeBusyPast(const QString &home)
{
    const TimePoint end = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    const TimePoint begin = end - kSpan;
    WaitingRows rows;
    int number = 0;
    for (TimePoint at = begin; at < end; at += kSampleEvery, ++number) {
        for (int config = 0; config < kPastConfigs; ++config)
            rows.samples.push_back(sampleOf(at, config, number));
    }
    for (int i = 0; i < kEvents; ++i)
        rows.events.push_back(eventOf(begin + milliseconds(kSpan) * i / kEvents, i));
    for (int i = 0; i < kRequests; ++i)
        rows.requests.push_back(requestOf(begin + milliseconds(kSpan) * i / kRequests, i));
    if (!preparePrivateDatabase(historyPath(home)))
        return false;
    HistoryDatabase database(historyPath(home));
    return !database.open() && !database.write(rows, HistoryDatabase::Durability::Kill);
}

} // namespace qcc::test
