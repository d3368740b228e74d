// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/roll_up.h"

#include "app/history/levels.h"
#include "app/history/sql_connection.h"

namespace qcc {

namespace {

constexpr std::chrono::hours kDay{24};

/// Ends of what is removed lie where the next level's pieces begin, so that a chart has no gap there.
TimePoint samplesEnd(TimePoint now)
{
    return floorTo(now - kKeepSamples, Level::Hour);
}
TimePoint minutesEnd(TimePoint now)
{
    return floorTo(now - kKeepMinutes, Level::Day);
}
TimePoint hoursEnd(TimePoint now)
{
    return floorTo(now - kKeepHours, Level::Day);
}

/// One a config: skips from name to name over the primary key instead of reading every row.
constexpr auto kSampledConfigs = QLatin1StringView(
    "(WITH RECURSIVE c(id) AS (SELECT min(config) FROM samples UNION ALL"
    " SELECT (SELECT min(config) FROM samples WHERE config > c.id) FROM c WHERE c.id IS NOT NULL)"
    " SELECT id FROM c WHERE id IS NOT NULL)");

int removeSamples(SqlConnection &connection, TimePoint end)
{
    connection.run(
        QLatin1StringView("DELETE FROM samples WHERE (config, at) IN (SELECT s.config, s.at FROM ") +
            kSampledConfigs +
            QStringLiteral(" c CROSS JOIN samples s WHERE s.config = c.id AND s.at < ? LIMIT ?)"),
        {bound(end), kRollUpRows});
    return connection.changed();
}

int removeSampleSums(SqlConnection &connection, Level level, TimePoint end)
{
    connection.run(QStringLiteral("DELETE FROM sample_sums WHERE (level, config, at) IN"
                                  " (SELECT m.level, m.config, m.at FROM names n CROSS JOIN sample_sums m"
                                  " WHERE m.level = ? AND m.config = n.id AND m.at < ? LIMIT ?)"),
                   {int(level), bound(end), kRollUpRows});
    return connection.changed();
}

int removeRequestSums(SqlConnection &connection, Level level, TimePoint end)
{
    connection.run(QStringLiteral("DELETE FROM request_sums WHERE (level, at, config) IN (SELECT level, at,"
                                  " config FROM request_sums WHERE level = ? AND at < ? LIMIT ?)"),
                   {int(level), bound(end), kRollUpRows});
    return connection.changed();
}

int removeRequests(SqlConnection &connection, TimePoint end)
{
    connection.run(QStringLiteral("DELETE FROM requests WHERE row IN"
                                  " (SELECT row FROM requests WHERE started_at < ? LIMIT ?)"),
                   {bound(end), kRollUpRows});
    return connection.changed();
}

/// Models and sessions of requests that are gone by now.
int removeTexts(SqlConnection &connection, TimePoint end)
{
    connection.run(QStringLiteral("DELETE FROM texts WHERE used < ?"), {bound(floorTo(end, Level::Day))});
    return 0;
}

} // namespace

RollUp rollUpStep(SqlConnection &connection, TimePoint now, const std::optional<HistoryRetention> &retention)
{
    const TimePoint requestsEnd = retention ? now - kDay * retention->requestDays : TimePoint::min();
    const bool full = (retention && removeRequests(connection, requestsEnd) >= kRollUpRows) ||
                      removeSamples(connection, samplesEnd(now)) >= kRollUpRows ||
                      removeSampleSums(connection, Level::Minute, minutesEnd(now)) >= kRollUpRows ||
                      removeSampleSums(connection, Level::Hour, hoursEnd(now)) >= kRollUpRows ||
                      removeRequestSums(connection, Level::Minute, minutesEnd(now)) >= kRollUpRows ||
                      removeRequestSums(connection, Level::Hour, hoursEnd(now)) >= kRollUpRows;
    if (full && !connection.fault())
        return RollUp::MoreToDo;
    if (retention)
        removeTexts(connection, requestsEnd);
    return RollUp::Done;
}

} // namespace qcc
