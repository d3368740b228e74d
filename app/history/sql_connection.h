// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <map>
#include <optional>

namespace qcc {

/// Why a statement failed, as far as it matters for what is done about it.
struct SqlFault
{
    enum class Kind {
        Corrupt, ///< not a database, or a damaged one
        NoRoom,  ///< disk full, read-only, not to be opened, input/output error: may pass
        Busy,    ///< another program holds its lock for longer than kBusyFor
        Other    ///< a mistake of ours
    };
    Kind kind = Kind::Other;
    QString text;
};

/// The rows of one SELECT, to be walked once. Only one walk at a time for the same statement.
class SqlRows
{
public:
    explicit SqlRows(class SqlConnection &connection, QSqlQuery *query)
        : m_connection(connection), m_query(query)
    {
    }
    ~SqlRows();
    SqlRows(const SqlRows &) = delete;
    SqlRows &operator=(const SqlRows &) = delete;

    bool next();
    bool isNull(int column) const { return m_query->isNull(column); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    double real(int column) const { return m_query->value(column).toDouble(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    TimePoint moment(int column) const { return TimePoint(milliseconds(number(column))); }

private:
    SqlConnection &m_connection;
    QSqlQuery *m_query; ///< null after a fault: there are no rows
};

/// One SQLite connection with its prepared statements. After a fault every further statement does nothing
/// until takeFault(), so that a sequence of them asks once, at its end. Belongs to one thread.
class SqlConnection
{
public:
    enum class Access { ReadWrite, ReadOnly };
    static constexpr milliseconds kBusyFor{2000};

    SqlConnection() = default;
    ~SqlConnection() { close(); }
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    void open(const QString &path, Access access);
    void close();
    bool isOpen() const { return m_database.isOpen(); }

    /// Runs a statement that gives no rows; @p sql is kept prepared. False after a fault.
    bool run(const QString &sql, const QVariantList &values = {});
    /// The same for what runs rarely, or can't be prepared ahead (it makes tables).
    bool runOnce(const QString &sql);
    SqlRows rows(const QString &sql, const QVariantList &values = {});
    /// The first column of the first row; @p otherwise when there is none.
    qint64 number(const QString &sql, const QVariantList &values = {}, qint64 otherwise = 0);
    /// Rows changed by the last run().
    int changed() const { return m_changed; }

    const std::optional<SqlFault> &fault() const { return m_fault; }
    std::optional<SqlFault> takeFault() { return std::exchange(m_fault, std::nullopt); }
    void fail(SqlFault fault);

private:
    friend class SqlRows;
    QSqlQuery *execute(const QString &sql, const QVariantList &values);
    void fail(const class QSqlError &error);

    QString m_name;
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_statements;
    std::optional<SqlFault> m_fault;
    int m_changed = 0;
};

/// What is bound for an optional: the value or NULL.
inline QVariant orNull(const std::optional<milliseconds> &value)
{
    return value ? QVariant(qint64(value->count())) : QVariant();
}
/// Qt binds a null string as NULL.
inline QString orEmpty(const QString &text)
{
    return text.isNull() ? QLatin1String("") : text;
}
inline QVariant bound(TimePoint moment)
{
    return QVariant(qint64(moment.time_since_epoch().count()));
}

} // namespace qcc
