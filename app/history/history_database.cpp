// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_database.h"

#include "app/history/event_rows.h"
#include "app/history/file_identity.h"
#include "app/history/history_file.h"
#include "app/history/request_sums.h"
#include "app/history/sample_rows.h"
#include "app/history/schema.h"
#include "app/history/state_json.h"

namespace qcc {

namespace {

constexpr int kLogLimit = 16 * 1024 * 1024; ///< bytes that the write-ahead log may keep after a checkpoint

constexpr auto kStateKey = QLatin1StringView("failover");
constexpr auto kImportKey = QLatin1StringView("events_imported");

DatabaseTrouble troubleOf(const SqlFault &fault)
{
    switch (fault.kind) {
    case SqlFault::Kind::Corrupt:
        return {DatabaseTrouble::Kind::Corrupt, fault.text};
    case SqlFault::Kind::NoRoom:
    case SqlFault::Kind::Busy:
        return {DatabaseTrouble::Kind::Unusable, fault.text};
    case SqlFault::Kind::Other:
        return {DatabaseTrouble::Kind::Mistake, fault.text};
    }
    Q_UNREACHABLE();
}

/// Looks at the version without changing anything.
MaybeTrouble troubleWithVersion(const QString &path)
{
    SqlConnection connection;
    connection.open(path, SqlConnection::Access::ReadOnly);
    const int version = versionOf(connection);
    if (const auto fault = connection.takeFault())
        return troubleOf(*fault);
    if (version <= schemaVersion())
        return std::nullopt;
    return DatabaseTrouble{
        DatabaseTrouble::Kind::Newer,
        QStringLiteral("it is of version %1, this QCC knows %2").arg(version).arg(schemaVersion())};
}

} // namespace

HistoryDatabase::HistoryDatabase(const QString &path)
    : m_path(path), m_names(m_connection), m_texts(m_connection), m_requests(m_connection, m_names, m_texts)
{
}

MaybeTrouble HistoryDatabase::open()
{
    close();
    m_names.forget();
    m_texts.forget();
    if (const Result<Done> prepared = preparePrivateDatabase(m_path); !prepared)
        return DatabaseTrouble{DatabaseTrouble::Kind::Unusable, prepared.refusal().detail};
    if (MaybeTrouble trouble = troubleWithVersion(m_path))
        return trouble;
    m_connection.open(m_path, SqlConnection::Access::ReadWrite);
    setUp();
    m_identity = fileIdentity(m_path);
    MaybeTrouble trouble = takeTrouble();
    if (trouble && trouble->kind == DatabaseTrouble::Kind::Mistake)
        trouble->kind = DatabaseTrouble::Kind::Unusable; // somebody else's tables
    if (trouble)
        close();
    return trouble;
}

void HistoryDatabase::setUp()
{
    // A file system without shared memory keeps the old journal, and works.
    m_connection.number(QStringLiteral("PRAGMA journal_mode = WAL"));
    m_connection.number(QStringLiteral("PRAGMA journal_size_limit = %1").arg(kLogLimit));
    m_connection.runOnce(QStringLiteral("PRAGMA synchronous = FULL"));
    m_connection.runOnce(QStringLiteral("PRAGMA temp_store = MEMORY"));
    migrate(m_connection, schemaVersion());
}

bool HistoryDatabase::isInPlace() const
{
    return m_identity == fileIdentity(m_path);
}

MaybeTrouble HistoryDatabase::write(WaitingRows &rows, Durability durability)
{
    return inTransaction(durability, [&] { store(rows); });
}

void HistoryDatabase::store(WaitingRows &rows)
{
    for (FailoverEvent &event : rows.events)
        storeEvent(m_connection, event);
    RequestSums sums;
    for (const RequestRecord &record : rows.requests) {
        m_requests.store(record);
        sums.add(record);
    }
    sums.store(m_connection, m_names);
    for (const HealthSample &sample : rows.samples)
        storeSample(m_connection, m_names, sample);
    if (rows.state)
        m_connection.run(QStringLiteral("INSERT OR REPLACE INTO state(key, value) VALUES(?, ?)"),
                         {QString(kStateKey), QString::fromUtf8(toJsonText(*rows.state))});
}

RememberedState HistoryDatabase::remembered(MaybeTrouble &trouble)
{
    RememberedState found;
    {
        SqlRows rows =
            m_connection.rows(QStringLiteral("SELECT value FROM state WHERE key = ?"), {QString(kStateKey)});
        if (rows.next()) {
            Result<FailoverState> state = failoverStateFromJson(rows.bytes(0));
            if (state)
                found.state = std::move(state).value();
            else
                qWarning("history: the stored state can't be read: %s",
                         qUtf8Printable(state.refusal().subject));
        }
    }
    if (const std::optional<FailoverEvent> last = lastSwitch(m_connection))
        found.activeBefore = last->from;
    trouble = takeTrouble();
    if (!trouble)
        found.turns = lastTurns(m_connection);
    // Damage among the requests is found again, and dealt with, when one is written; the state is read.
    if (const std::optional<SqlFault> fault = m_connection.takeFault())
        qWarning("history: the last requests can't be read: %s", qUtf8Printable(fault->text));
    return found;
}

MaybeTrouble HistoryDatabase::rollUp(TimePoint now, const std::optional<HistoryRetention> &retention,
                                     RollUp &outcome)
{
    return inTransaction(Durability::Kill, [&] { outcome = rollUpStep(m_connection, now, retention); });
}

bool HistoryDatabase::wasImported()
{
    return m_connection.number(QStringLiteral("SELECT count(*) FROM meta WHERE key = ?"),
                               {QString(kImportKey)}) > 0;
}

MaybeTrouble HistoryDatabase::import(WaitingRows &events, TimePoint now)
{
    return inTransaction(Durability::PowerCut, [&] {
        store(events);
        m_connection.run(QStringLiteral("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)"),
                         {QString(kImportKey), QString::number(now.time_since_epoch().count())});
    });
}

template <typename Change> MaybeTrouble HistoryDatabase::inTransaction(Durability durability, Change change)
{
    m_connection.run(durability == Durability::PowerCut ? QStringLiteral("PRAGMA synchronous = FULL")
                                                        : QStringLiteral("PRAGMA synchronous = NORMAL"));
    m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    change();
    m_connection.run(QStringLiteral("COMMIT"));
    MaybeTrouble trouble = takeTrouble();
    if (trouble) {
        m_connection.runOnce(QStringLiteral("ROLLBACK"));
        m_connection.takeFault(); // where the fault has undone the transaction already, or it never began
        m_names.forget();
        m_texts.forget();
    }
    return trouble;
}

MaybeTrouble HistoryDatabase::takeTrouble()
{
    const std::optional<SqlFault> fault = m_connection.takeFault();
    return fault ? MaybeTrouble(troubleOf(*fault)) : std::nullopt;
}

} // namespace qcc
