// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/request_sums.h"

#include "app/history/name_tables.h"
#include "app/history/request_rows.h"
#include "app/history/sql_connection.h"

namespace qcc {

namespace {

const QString &upsert()
{
    static const QString kSql = QStringLiteral(
        "INSERT INTO request_sums(level, at, config, served, failed, broken, gone, saved, input, output,"
        " cache_read, cache_creation, first_byte, first_bytes)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(level, at, config) DO UPDATE SET served = served + excluded.served,"
        " failed = failed + excluded.failed, broken = broken + excluded.broken, gone = gone + excluded.gone,"
        " saved = saved + excluded.saved, input = input + excluded.input, output = output + excluded.output,"
        " cache_read = cache_read + excluded.cache_read,"
        " cache_creation = cache_creation + excluded.cache_creation,"
        " first_byte = first_byte + excluded.first_byte, first_bytes = first_bytes + excluded.first_bytes");
    return kSql;
}

/// The columns that sumsWithin() selects, after the config.
RequestSum sumIn(const SqlRows &rows)
{
    RequestSum sum;
    sum.served = rows.number(1);
    sum.failed = rows.number(2);
    sum.broken = rows.number(3);
    sum.gone = rows.number(4);
    sum.saved = rows.number(5);
    sum.usage = {rows.number(6), rows.number(7), rows.number(8), rows.number(9)};
    sum.firstByte = milliseconds(rows.number(10));
    sum.firstBytes = rows.number(11);
    return sum;
}

/// Since when there are sums of this level; the far future when there are none.
TimePoint oldestOf(SqlConnection &connection, Level level)
{
    return TimePoint(
        milliseconds(connection.number(QStringLiteral("SELECT min(at) FROM request_sums WHERE level = ?"),
                                       {int(level)}, TimePoint::max().time_since_epoch().count())));
}

} // namespace

void RequestSum::add(const RequestRecord &record)
{
    served += record.end == RequestEnd::Served;
    failed += record.end == RequestEnd::Failed;
    broken += record.end == RequestEnd::Broken;
    gone += record.end == RequestEnd::ClientGone;
    saved += wasSaved(record);
    const TokenUsage counted = record.usage.value_or(TokenUsage());
    usage.input += counted.input;
    usage.output += counted.output;
    usage.cacheRead += counted.cacheRead;
    usage.cacheCreation += counted.cacheCreation;
    if (record.end == RequestEnd::Served) {
        firstByte += record.firstByte;
        ++firstBytes;
    }
}

void RequestSum::add(const RequestSum &other)
{
    served += other.served;
    failed += other.failed;
    broken += other.broken;
    gone += other.gone;
    saved += other.saved;
    usage.input += other.usage.input;
    usage.output += other.usage.output;
    usage.cacheRead += other.usage.cacheRead;
    usage.cacheCreation += other.usage.cacheCreation;
    firstByte += other.firstByte;
    firstBytes += other.firstBytes;
}

void RequestSums::add(const RequestRecord &record)
{
    const QString config = servedConfig(record);
    for (const Level level : kLevels)
        m_sums[{level, floorTo(record.startedAt, level), config}].add(record);
}

void RequestSums::store(SqlConnection &connection, NameTable &names) const
{
    for (const auto &[key, sum] : m_sums) {
        const auto &[level, at, config] = key;
        connection.run(upsert(),
                       {int(level), bound(at), names.idOf(config), sum.served, sum.failed, sum.broken,
                        sum.gone, sum.saved, sum.usage.input, sum.usage.output, sum.usage.cacheRead,
                        sum.usage.cacheCreation, qint64(sum.firstByte.count()), sum.firstBytes});
    }
}

std::map<QString, RequestSum> sumRequests(SqlConnection &connection, TimePoint from, TimePoint to)
{
    std::map<QString, RequestSum> sums;
    const TimePoint minutesFrom = oldestOf(connection, Level::Minute);
    const TimePoint hoursFrom = oldestOf(connection, Level::Hour);
    const QHash<qint64, QString> names = readNames(connection);
    for (const Tile &tile : tiles(from, to, minutesFrom, hoursFrom)) {
        SqlRows rows = connection.rows(
            QStringLiteral("SELECT config, sum(served), sum(failed), sum(broken), sum(gone), sum(saved),"
                           " sum(input), sum(output), sum(cache_read), sum(cache_creation), sum(first_byte),"
                           " sum(first_bytes) FROM request_sums WHERE level = ? AND at >= ? AND at < ?"
                           " GROUP BY config"),
            {int(tile.level), bound(tile.from), bound(tile.to)});
        while (rows.next())
            sums[names.value(rows.number(0))].add(sumIn(rows));
    }
    return sums;
}

} // namespace qcc
