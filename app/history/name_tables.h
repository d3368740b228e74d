// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QHash>
#include <QString>

namespace qcc {

class SqlConnection;

/// Numbers for the texts that many rows repeat: names of configs and endpoints, words of enumerators. 0 is
/// the empty one. Remembers what it gave, so forget() after a rollback.
class NameTable
{
public:
    explicit NameTable(SqlConnection &connection) : m_connection(connection) {}
    /// Makes one where there is none.
    qint64 idOf(const QString &text);
    void forget() { m_ids.clear(); }

private:
    SqlConnection &m_connection;
    QHash<QString, qint64> m_ids;
};

/// The same for what clients chose: models and sessions. At most kLongest bytes of each; those that were not
/// used for long are removed by the roll-up.
class TextTable
{
public:
    static constexpr qsizetype kLongest = 256;
    static constexpr qsizetype kMostRemembered = 4096;

    explicit TextTable(SqlConnection &connection) : m_connection(connection) {}
    /// 0 for the empty one.
    qint64 idOf(const QByteArray &text, TimePoint now);
    void forget() { m_known.clear(); }

private:
    struct Known
    {
        qint64 id = 0;
        TimePoint day;
    };
    SqlConnection &m_connection;
    QHash<QByteArray, Known> m_known;
};

/// All names by number, for a reader.
QHash<qint64, QString> readNames(SqlConnection &connection);

} // namespace qcc
