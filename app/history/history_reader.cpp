// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_reader.h"

#include "app/history/event_query.h"
#include "app/history/event_rows.h"
#include "app/history/history_file.h"
#include "app/history/request_rows.h"
#include "app/history/sample_rows.h"
#include "app/history/schema.h"
#include "app/history/sql_connection.h"
#include "app/history/stats_query.h"

#include <QFile>

namespace qcc {

namespace {

Refusal unavailable(const QString &path, const QString &why)
{
    return {RefusalCode::HistoryUnavailable, path, why};
}

} // namespace

Result<std::unique_ptr<HistoryReader>> HistoryReader::open(const QString &home)
{
    const QString path = historyPath(home);
    const auto reader = [&](std::unique_ptr<SqlConnection> connection) {
        return std::unique_ptr<HistoryReader>(new HistoryReader(path, std::move(connection)));
    };
    if (!QFile::exists(path))
        return reader(nullptr);
    auto connection = std::make_unique<SqlConnection>();
    connection->open(path, SqlConnection::Access::ReadOnly);
    const int version = versionOf(*connection);
    if (const auto fault = connection->takeFault())
        return unavailable(path, fault->text);
    if (version == 0) // made a moment ago
        return reader(nullptr);
    if (version < schemaVersion())
        return unavailable(path,
                           QStringLiteral("it is of version %1; the next start of the proxy brings it to %2")
                               .arg(version)
                               .arg(schemaVersion()));
    if (version > schemaVersion())
        return unavailable(
            path, QStringLiteral("it is of version %1, this QCC knows %2").arg(version).arg(schemaVersion()));
    return reader(std::move(connection));
}

HistoryReader::HistoryReader(QString path, std::unique_ptr<SqlConnection> connection)
    : m_path(std::move(path)), m_connection(std::move(connection))
{
}

HistoryReader::~HistoryReader() = default;

/// The answer to @p question, which gets the connection; an empty one where there is no database.
template <typename Ask> auto HistoryReader::ask(Ask question) const
{
    using Answer = decltype(question(*m_connection));
    if (!m_connection)
        return Result<Answer>(Answer{});
    Answer answer = question(*m_connection);
    if (const auto fault = m_connection->takeFault())
        return Result<Answer>(unavailable(m_path, fault->text));
    return Result<Answer>(std::move(answer));
}

Result<std::vector<FailoverEvent>> HistoryReader::events(const EventFilter &filter) const
{
    return ask([&](SqlConnection &connection) { return findEvents(connection, filter); });
}

Result<qint64> HistoryReader::countEvents(const EventFilter &filter) const
{
    return ask([&](SqlConnection &connection) { return qcc::countEvents(connection, filter); });
}

Result<std::optional<FailoverEvent>> HistoryReader::event(const QString &id) const
{
    return ask([&](SqlConnection &connection) { return findEvent(connection, id); });
}

Result<std::vector<StoredRequest>> HistoryReader::requests(const RequestFilter &filter) const
{
    return ask([&](SqlConnection &connection) { return findRequests(connection, filter); });
}

Result<std::vector<HealthPoint>> HistoryReader::health(const QString &config, TimePoint from, TimePoint to,
                                                       int points) const
{
    return ask([&](SqlConnection &connection) { return healthPoints(connection, config, from, to, points); });
}

Result<HealthCurves> HistoryReader::healthOf(const QStringList &configs, TimePoint from, TimePoint to,
                                             int points) const
{
    return ask([&](SqlConnection &connection) {
        HealthCurves curves;
        for (const QString &config : configs)
            curves[config] = healthPoints(connection, config, from, to, points);
        return curves;
    });
}

Result<HistoryStats> HistoryReader::stats(TimePoint from, TimePoint to) const
{
    if (!m_connection) {
        HistoryStats nothing;
        nothing.from = from;
        nothing.to = to;
        return nothing;
    }
    return ask([&](SqlConnection &connection) { return queryStats(connection, from, to); });
}

Result<std::vector<ActiveSpan>> HistoryReader::activeSpans(TimePoint from, TimePoint to) const
{
    return ask([&](SqlConnection &connection) { return queryActiveSpans(connection, from, to); });
}

} // namespace qcc
