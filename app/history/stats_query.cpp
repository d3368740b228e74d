// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/stats_query.h"

#include "app/history/event_rows.h"
#include "app/history/request_sums.h"
#include "app/history/sample_rows.h"
#include "app/history/sql_connection.h"
#include "models/rules/statistics.h"

namespace qcc {

namespace {

constexpr qint64 kNever = std::numeric_limits<qint64>::max();

/// When the first sum begins: the first day, and within that day what is told more finely. @p sql asks for
/// the oldest of a level.
qint64 firstSum(SqlConnection &connection, const QString &sql)
{
    qint64 first = connection.number(sql, {int(Level::Day)}, kNever);
    for (const Level level : {Level::Hour, Level::Minute}) {
        const qint64 finer = connection.number(sql, {int(level)}, kNever);
        if (first != kNever && finer - first < lengthOf(Level::Day).count())
            first = std::max(first, finer);
    }
    return first;
}

/// When the first thing of any kind was recorded.
std::optional<TimePoint> firstRecord(SqlConnection &connection)
{
    const qint64 first = std::min(
        {connection.number(QStringLiteral("SELECT min(at) FROM events"), {}, kNever),
         firstSum(connection, QStringLiteral("SELECT min(at) FROM request_sums WHERE level = ?")),
         firstSum(connection, QStringLiteral("SELECT min((SELECT min(at) FROM sample_sums WHERE level = ?"
                                             " AND config = n.id)) FROM names n"))});
    return first == kNever ? std::nullopt : std::optional(TimePoint(milliseconds(first)));
}

void addSwitches(HistoryStats &stats, std::span<const FailoverEvent> events)
{
    const SwitchCounts counts = countSwitches(events);
    stats.failovers = counts.failovers;
    stats.recoveries = counts.recoveries;
    stats.manualSwitches = counts.manual;
    stats.failedSwitches = counts.failed;
    stats.failoversPerHour = perTime(counts.failovers, stats.from, stats.to, std::chrono::hours(1));
    stats.failoversPerDay = perTime(counts.failovers, stats.from, stats.to, std::chrono::hours(24));
    stats.meanTimeToRecovery = meanTimeToRecovery(events);
    stats.meanTimeBetweenFailovers = meanTimeBetweenFailovers(events);
}

void addRequests(HistoryStats &stats, std::map<QString, ConfigStats> &configs,
                 const std::map<QString, RequestSum> &sums)
{
    RequestSum total;
    for (const auto &[config, sum] : sums) {
        total.add(sum);
        if (config.isEmpty())
            continue;
        ConfigStats &own = configs[config];
        own.requestsServed = sum.served;
        own.usage = sum.usage;
        if (sum.firstBytes > 0)
            own.meanFirstByte = sum.firstByte / sum.firstBytes;
    }
    stats.requests = total.served + total.failed + total.broken + total.gone;
    stats.served = total.served;
    stats.failed = total.failed;
    stats.broken = total.broken;
    stats.savedBySpillOver = total.saved;
    stats.usage = total.usage;
}

std::vector<ActiveSpan> spansOf(SqlConnection &connection, std::span<const FailoverEvent> events,
                                TimePoint from, TimePoint to)
{
    const std::optional<FailoverEvent> before = lastSwitch(connection, from);
    return activeSpans(before ? before->to : QString(), events, from, to);
}

} // namespace

HistoryStats queryStats(SqlConnection &connection, TimePoint from, TimePoint to)
{
    HistoryStats stats;
    stats.from = std::clamp(firstRecord(connection).value_or(from), from, std::max(from, to));
    stats.to = to;
    const std::vector<FailoverEvent> events = switchesBetween(connection, stats.from, to);
    addSwitches(stats, events);
    stats.activeSpans = spansOf(connection, events, stats.from, to);

    std::map<QString, ConfigStats> configs;
    addRequests(stats, configs, sumRequests(connection, stats.from, to));
    for (const auto &[config, percentage] : meanHealth(connection, stats.from, to))
        configs[config].healthPercentage = percentage;
    for (const auto &[config, share] : activeShares(stats.activeSpans, stats.from, to))
        configs[config].activeShare = share;
    for (auto &[config, own] : configs) {
        own.config = config;
        stats.configs.push_back(own);
    }
    return stats;
}

std::vector<ActiveSpan> queryActiveSpans(SqlConnection &connection, TimePoint from, TimePoint to)
{
    return spansOf(connection, switchesBetween(connection, from, to), from, to);
}

} // namespace qcc
