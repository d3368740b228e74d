// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/sample_rows.h"

#include "app/history/name_tables.h"
#include "app/history/sql_connection.h"

namespace qcc {

namespace {

// An enumerator's place is its code in the database: only ever add at the end.
constexpr std::array kStatuses{HealthStatus::Unknown, HealthStatus::Healthy, HealthStatus::Degraded,
                               HealthStatus::Unhealthy};

constexpr TimePoint kNever = TimePoint::max();

double percentageOf(const HealthSample &sample)
{
    return sample.totalEndpoints > 0 ? 100.0 * sample.healthyEndpoints / sample.totalEndpoints : 0.0;
}

void addToSums(SqlConnection &connection, qint64 config, const HealthSample &sample)
{
    for (const Level level : kLevels) {
        connection.run(
            QStringLiteral(
                "INSERT INTO sample_sums(level, config, at, samples, percentage, latency, latencies)"
                " VALUES(?, ?, ?, 1, ?, ?, ?) ON CONFLICT(level, config, at) DO UPDATE SET"
                " samples = samples + 1, percentage = percentage + excluded.percentage,"
                " latency = latency + excluded.latency, latencies = latencies + excluded.latencies"),
            {int(level), config, bound(floorTo(sample.at, level)), percentageOf(sample),
             qint64(sample.latency.value_or(milliseconds(0)).count()), sample.latency ? 1 : 0});
    }
}

TimePoint momentOr(SqlConnection &connection, const QString &sql, const QVariantList &values)
{
    return TimePoint(milliseconds(connection.number(sql, values, kNever.time_since_epoch().count())));
}

TimePoint oldestSample(SqlConnection &connection, qint64 config)
{
    return momentOr(connection, QStringLiteral("SELECT min(at) FROM samples WHERE config = ?"), {config});
}

TimePoint oldestSum(SqlConnection &connection, Level level, qint64 config)
{
    return momentOr(connection,
                    QStringLiteral("SELECT min(at) FROM sample_sums WHERE level = ? AND config = ?"),
                    {int(level), config});
}

/// Sums for one piece of a chart.
struct Piece
{
    double percentage = 0;
    qint64 samples = 0;
    qint64 latency = 0;
    qint64 latencies = 0;
};

/// Collects the pieces of a chart from the finest level that is worth it and, where that is not kept any
/// more, from the coarser ones.
class Chart
{
public:
    Chart(SqlConnection &connection, qint64 config, TimePoint from, TimePoint to, int points)
        : m_connection(connection), m_config(config), m_from(from),
          m_length(std::max<milliseconds>((to - from + milliseconds(points - 1)) / points, milliseconds(1))),
          m_to(to), m_open(to)
    {
    }

    std::vector<HealthPoint> points()
    {
        if (m_length < lengthOf(Level::Minute))
            addSamples();
        if (m_length < lengthOf(Level::Hour))
            addSums(Level::Minute);
        if (m_length < lengthOf(Level::Day))
            addSums(Level::Hour);
        addSums(Level::Day);
        std::vector<HealthPoint> found;
        for (const auto &[index, piece] : m_pieces)
            found.push_back(pointOf(index, piece));
        return found;
    }

private:
    HealthPoint pointOf(qint64 index, const Piece &piece) const
    {
        HealthPoint point;
        point.at = m_from + m_length * index;
        point.percentage = piece.percentage / double(piece.samples);
        if (piece.latencies > 0)
            point.latency = milliseconds(piece.latency / piece.latencies);
        return point;
    }

    void addSamples()
    {
        collect(QStringLiteral("SELECT (at - ?) / ?, sum(CASE WHEN total > 0 THEN 100.0 * healthy / total"
                               " ELSE 0 END), count(*), sum(latency), count(latency) FROM samples"
                               " WHERE config = ? AND at >= ? AND at < ? AND status <> 0 GROUP BY 1"),
                {}, oldestSample(m_connection, m_config), milliseconds(1));
    }

    void addSums(Level level)
    {
        collect(QStringLiteral("SELECT (at - ?) / ?, sum(percentage), sum(samples), sum(latency),"
                               " sum(latencies) FROM sample_sums"
                               " WHERE level = ? AND config = ? AND at >= ? AND at < ? GROUP BY 1"),
                {int(level)}, oldestSum(m_connection, level, m_config), lengthOf(level));
    }

    /// What lies between @p oldest and what a finer level has told already; a coarse piece that reaches into
    /// that is told there.
    void collect(const QString &sql, const QVariantList &level, TimePoint oldest, milliseconds length)
    {
        const TimePoint from = std::max(m_from, oldest);
        if (from >= m_open)
            return;
        QVariantList values{bound(m_from), qint64(m_length.count())};
        values << level << m_config << bound(from)
               << bound(m_open == m_to ? m_to : m_open - length + milliseconds(1));
        SqlRows rows = m_connection.rows(sql, values);
        while (rows.next()) {
            Piece &piece = m_pieces[rows.number(0)];
            piece.percentage += rows.real(1);
            piece.samples += rows.number(2);
            piece.latency += rows.number(3);
            piece.latencies += rows.number(4);
        }
        m_open = from;
    }

    SqlConnection &m_connection;
    qint64 m_config;
    TimePoint m_from;
    milliseconds m_length;
    TimePoint m_to;
    TimePoint m_open; ///< what is earlier is still to be told
    std::map<qint64, Piece> m_pieces;
};

} // namespace

void storeSample(SqlConnection &connection, NameTable &names, const HealthSample &sample)
{
    const qint64 config = names.idOf(sample.config);
    const auto status = std::find(kStatuses.begin(), kStatuses.end(), sample.status) - kStatuses.begin();
    connection.run(QStringLiteral("INSERT OR IGNORE INTO samples(config, at, status, healthy, total, latency)"
                                  " VALUES(?, ?, ?, ?, ?, ?)"),
                   {config, bound(sample.at), qint64(status), sample.healthyEndpoints, sample.totalEndpoints,
                    orNull(sample.latency)});
    if (connection.changed() > 0 && sample.status != HealthStatus::Unknown)
        addToSums(connection, config, sample);
}

std::vector<HealthPoint> healthPoints(SqlConnection &connection, const QString &config, TimePoint from,
                                      TimePoint to, int points)
{
    const qint64 id = connection.number(QStringLiteral("SELECT id FROM names WHERE text = ?"), {config}, -1);
    if (id < 0 || from >= to || points < 1)
        return {};
    return Chart(connection, id, from, to, points).points();
}

std::map<QString, double> meanHealth(SqlConnection &connection, TimePoint from, TimePoint to)
{
    std::map<QString, double> means;
    const QHash<qint64, QString> names = readNames(connection);
    for (auto name = names.constBegin(); name != names.constEnd(); ++name) {
        const TimePoint hoursFrom = oldestSum(connection, Level::Hour, name.key());
        if (oldestSum(connection, Level::Day, name.key()) == kNever)
            continue; // not a config, or never looked at
        double percentage = 0;
        qint64 samples = 0;
        for (const Tile &tile :
             tiles(from, to, oldestSum(connection, Level::Minute, name.key()), hoursFrom)) {
            SqlRows rows =
                connection.rows(QStringLiteral("SELECT sum(percentage), sum(samples) FROM sample_sums"
                                               " WHERE level = ? AND config = ? AND at >= ? AND at < ?"),
                                {int(tile.level), name.key(), bound(tile.from), bound(tile.to)});
            if (rows.next()) {
                percentage += rows.real(0);
                samples += rows.number(1);
            }
        }
        if (samples > 0)
            means[*name] = percentage / double(samples);
    }
    return means;
}

} // namespace qcc
