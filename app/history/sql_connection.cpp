// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/sql_connection.h"

#include <QSqlError>

#include <atomic>

namespace qcc {

namespace {

/// The primary result codes of SQLite (sqlite.org/rescode.html); the lowest byte of an extended one.
enum class SqliteCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15,
    NotADatabase = 26
};

SqlFault::Kind kindOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber) & 0xff;
    if (!isNumber)
        return SqlFault::Kind::Other;
    switch (SqliteCode(code)) {
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        return SqlFault::Kind::Corrupt;
    case SqliteCode::Permission:
    case SqliteCode::NoMemory:
    case SqliteCode::ReadOnly:
    case SqliteCode::InputOutput:
    case SqliteCode::Full:
    case SqliteCode::CannotOpen:
        return SqlFault::Kind::NoRoom;
    case SqliteCode::Busy:
    case SqliteCode::Locked:
    case SqliteCode::Protocol:
        return SqlFault::Kind::Busy;
    }
    return SqlFault::Kind::Other;
}

/// Qt's registry of connections is by name and process-wide.
QString uniqueName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("qcc-history-%1").arg(++counter);
}

} // namespace

SqlRows::~SqlRows()
{
    if (m_query)
        m_query->finish();
}

bool SqlRows::next()
{
    if (!m_query)
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        m_connection.fail(m_query->lastError());
    m_query->finish();
    m_query = nullptr;
    return false;
}

void SqlConnection::open(const QString &path, Access access)
{
    close();
    m_name = uniqueName();
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyFor.count());
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    m_database.setConnectOptions(options);
    if (!m_database.open())
        fail(m_database.lastError());
}

void SqlConnection::close()
{
    m_statements.clear();
    m_fault.reset();
    if (m_name.isEmpty())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(std::exchange(m_name, QString()));
}

bool SqlConnection::run(const QString &sql, const QVariantList &values)
{
    if (QSqlQuery *query = execute(sql, values)) {
        m_changed = query->numRowsAffected();
        query->finish();
    }
    return !m_fault;
}

bool SqlConnection::runOnce(const QString &sql)
{
    if (m_fault)
        return false;
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError());
    return !m_fault;
}

SqlRows SqlConnection::rows(const QString &sql, const QVariantList &values)
{
    return SqlRows(*this, execute(sql, values));
}

qint64 SqlConnection::number(const QString &sql, const QVariantList &values, qint64 otherwise)
{
    SqlRows found = rows(sql, values);
    return found.next() && !found.isNull(0) ? found.number(0) : otherwise;
}

QSqlQuery *SqlConnection::execute(const QString &sql, const QVariantList &values)
{
    if (m_fault)
        return nullptr;
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql)) {
            fail(query.lastError());
            return nullptr;
        }
        known = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (query.exec())
        return &query;
    fail(query.lastError());
    query.finish();
    return nullptr;
}

void SqlConnection::fail(SqlFault fault)
{
    if (!m_fault)
        m_fault = std::move(fault);
}

void SqlConnection::fail(const QSqlError &error)
{
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    fail(SqlFault{kindOf(error), text});
}

} // namespace qcc
