// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QSqlDatabase>
#include <QVariant>

#include <vector>

namespace qcc {

/// Another application's SQLite database, only read: nothing of it is trusted, and nothing is changed.
/// Belongs to the thread that made it.
class ForeignDatabase
{
public:
    static constexpr int kMostRows = 1'000;            ///< of one table
    static constexpr qsizetype kLongestCell = 1 << 20; ///< characters; longer ones read as empty

    using Row = QHash<QString, QVariant>;

    /// FileUnreadable; FileBroken when it is no database.
    static Result<std::unique_ptr<ForeignDatabase>> open(const QString &path);
    ~ForeignDatabase();
    ForeignDatabase(const ForeignDatabase &) = delete;
    ForeignDatabase &operator=(const ForeignDatabase &) = delete;

    /// The names of its columns; empty: there is no such table.
    QStringList columns(const QString &table) const;
    /// At most kMostRows of the table, with all their columns by name, where @p column has @p value (empty
    /// column: all). FileBroken when reading fails.
    Result<std::vector<Row>> rows(const QString &table, const QString &column = {},
                                  const QString &value = {}) const;

private:
    explicit ForeignDatabase(const QString &path);
    Refusal fault(const class QSqlError &error) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
};

/// Whether a file that begins like this is an SQLite database (sqlite.org/fileformat.html).
bool isDatabase(const QByteArray &beginning);

} // namespace qcc
