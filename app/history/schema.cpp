// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/schema.h"

#include "app/history/sql_connection.h"

namespace qcc {

namespace {

// Moments are milliseconds since the epoch, UTC. Enumerators are words (models/domain/words.h) or the codes
// of request_rows.cpp and sample_rows.cpp.

// What happened to the active config, and what the control loop remembers.
constexpr const char *kSwitches[] = {
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE events(row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,"
    " from_config TEXT NOT NULL, to_config TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,"
    " success INTEGER NOT NULL, decision TEXT)",
    "CREATE INDEX events_at ON events(at)",
};

// Requests and health. `names`: configs, endpoints and words, kept for good; `texts`: what clients chose
// (models, sessions), kept while it is used. `config` 0: nobody's. Sums: see levels.h.
constexpr const char *kTraffic[] = {
    "CREATE TABLE names(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    "CREATE TABLE texts(id INTEGER PRIMARY KEY, text BLOB NOT NULL UNIQUE, used INTEGER NOT NULL)",
    "CREATE TABLE requests(row INTEGER PRIMARY KEY, number INTEGER NOT NULL, kind INTEGER NOT NULL,"
    " model INTEGER, session INTEGER, started_at INTEGER NOT NULL, first_byte INTEGER NOT NULL,"
    " duration INTEGER NOT NULL, outcome INTEGER NOT NULL, status INTEGER NOT NULL, bytes_in INTEGER NOT "
    "NULL,"
    " bytes_out INTEGER NOT NULL, input INTEGER, output INTEGER, cache_read INTEGER, cache_creation INTEGER,"
    " spilled_over INTEGER NOT NULL, config INTEGER NOT NULL, attempts TEXT)",
    "CREATE INDEX requests_started ON requests(started_at)",
    "CREATE INDEX requests_config ON requests(config, started_at)",
    "CREATE INDEX requests_unserved ON requests(outcome, started_at) WHERE outcome <> 0",
    "CREATE TABLE request_sums(level INTEGER NOT NULL, at INTEGER NOT NULL, config INTEGER NOT NULL,"
    " served INTEGER NOT NULL, failed INTEGER NOT NULL, broken INTEGER NOT NULL, gone INTEGER NOT NULL,"
    " saved INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL, cache_read INTEGER NOT NULL,"
    " cache_creation INTEGER NOT NULL, first_byte INTEGER NOT NULL, first_bytes INTEGER NOT NULL,"
    " PRIMARY KEY(level, at, config)) WITHOUT ROWID",
    "CREATE TABLE samples(config INTEGER NOT NULL, at INTEGER NOT NULL, status INTEGER NOT NULL,"
    " healthy INTEGER NOT NULL, total INTEGER NOT NULL, latency INTEGER, PRIMARY KEY(config, at)) WITHOUT "
    "ROWID",
    "CREATE TABLE sample_sums(level INTEGER NOT NULL, config INTEGER NOT NULL, at INTEGER NOT NULL,"
    " samples INTEGER NOT NULL, percentage REAL NOT NULL, latency INTEGER NOT NULL,"
    " latencies INTEGER NOT NULL, PRIMARY KEY(level, config, at)) WITHOUT ROWID",
};

// For lists of a million events, see event_query.cpp: all that is filtered by, in the order of time, and the
// columns that a list is sorted by.
constexpr const char *kEventLists[] = {
    "CREATE INDEX events_list ON events(at, row, type, from_config, to_config, success, reason)",
    "DROP INDEX events_at",
    "CREATE INDEX events_type ON events(type, at)",
    "CREATE INDEX events_from ON events(from_config, at)",
    "CREATE INDEX events_to ON events(to_config, at)",
    "CREATE INDEX events_success ON events(success, at)",
    "CREATE INDEX events_reason ON events(reason) WHERE reason <> ''",
};

// How long a request waited for the end of a limit; what was taken out of its conversation.
constexpr const char *kWaitsAndRepairs[] = {
    "ALTER TABLE requests ADD COLUMN held INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE requests ADD COLUMN removed_thinking INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE requests ADD COLUMN thinking_off INTEGER NOT NULL DEFAULT 0",
};

constexpr SchemaStep kSteps[] = {{kSwitches}, {kTraffic}, {kEventLists}, {kWaitsAndRepairs}};

void apply(SqlConnection &connection, const SchemaStep &step)
{
    for (const char *const statement : step.statements)
        connection.runOnce(QString::fromLatin1(statement));
}

} // namespace

std::span<const SchemaStep> schemaSteps()
{
    return kSteps;
}

int schemaVersion()
{
    return int(std::size(kSteps));
}

int versionOf(SqlConnection &connection)
{
    return int(connection.number(QStringLiteral("PRAGMA user_version"), {}, -1));
}

bool migrate(SqlConnection &connection, int version)
{
    if (versionOf(connection) >= version)
        return !connection.fault();
    connection.runOnce(QStringLiteral("BEGIN IMMEDIATE"));
    for (int next = std::max(versionOf(connection), 0); next < version; ++next)
        apply(connection, kSteps[next]);
    connection.runOnce(QStringLiteral("PRAGMA user_version = %1").arg(version));
    return connection.runOnce(QStringLiteral("COMMIT"));
}

} // namespace qcc
