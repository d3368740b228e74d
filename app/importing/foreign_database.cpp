// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/foreign_database.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

namespace qcc {

namespace {

constexpr int kBusyFor = 2'000; // ms

/// Qt's registry of connections is by name and process-wide.
QString uniqueName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("qcc-import-%1").arg(++counter);
}

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', QLatin1StringView("\"\"")) + u'"';
}

QVariant cell(const QVariant &value)
{
    const bool isLong =
        (value.userType() == QMetaType::QString && value.toString().size() > ForeignDatabase::kLongestCell) ||
        (value.userType() == QMetaType::QByteArray &&
         value.toByteArray().size() > ForeignDatabase::kLongestCell);
    return isLong ? QVariant() : value;
}

ForeignDatabase::Row rowOf(const QSqlRecord &record)
{
    ForeignDatabase::Row row;
    for (int i = 0; i < record.count(); ++i)
        row.insert(record.fieldName(i), cell(record.value(i)));
    return row;
}

} // namespace

bool isDatabase(const QByteArray &beginning)
{
    return beginning.startsWith(QByteArrayView("SQLite format 3\0", 16));
}

ForeignDatabase::ForeignDatabase(const QString &path)
    : m_path(path), m_name(uniqueName()),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(
        QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyFor));
}

ForeignDatabase::~ForeignDatabase()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Refusal ForeignDatabase::fault(const QSqlError &error) const
{
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {RefusalCode::FileBroken, m_path, reason};
}

Result<std::unique_ptr<ForeignDatabase>> ForeignDatabase::open(const QString &path)
{
    std::unique_ptr<ForeignDatabase> database(new ForeignDatabase(path));
    if (!database->m_database.open())
        return Refusal{RefusalCode::FileUnreadable, path, database->m_database.lastError().databaseText()};
    QSqlQuery query(database->m_database);
    // What is in the schema could otherwise call functions; the second question is the first that reads.
    for (const char *question :
         {"PRAGMA trusted_schema = OFF", "PRAGMA query_only = ON", "SELECT count(*) FROM sqlite_schema"}) {
        if (!query.exec(QLatin1StringView(question)))
            return database->fault(query.lastError());
    }
    return database;
}

QStringList ForeignDatabase::columns(const QString &table) const
{
    QStringList names;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT name FROM pragma_table_info(?)"));
    query.addBindValue(table);
    if (query.exec()) {
        while (query.next())
            names += query.value(0).toString();
    }
    return names;
}

Result<std::vector<ForeignDatabase::Row>> ForeignDatabase::rows(const QString &table, const QString &column,
                                                                const QString &value) const
{
    QString sql = QStringLiteral("SELECT * FROM %1").arg(quoted(table));
    if (!column.isEmpty())
        sql += QStringLiteral(" WHERE %1 = ?").arg(quoted(column));
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql + QStringLiteral(" LIMIT %1").arg(kMostRows)))
        return fault(query.lastError());
    if (!column.isEmpty())
        query.addBindValue(value);
    if (!query.exec())
        return fault(query.lastError());
    std::vector<Row> rows;
    while (query.next())
        rows.push_back(rowOf(query.record()));
    if (query.lastError().isValid())
        return fault(query.lastError());
    return rows;
}

} // namespace qcc
