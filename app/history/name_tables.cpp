// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/name_tables.h"

#include "app/history/levels.h"
#include "app/history/sql_connection.h"

namespace qcc {

qint64 NameTable::idOf(const QString &text)
{
    if (text.isEmpty())
        return 0;
    if (const auto known = m_ids.constFind(text); known != m_ids.constEnd())
        return *known;
    m_connection.run(QStringLiteral("INSERT OR IGNORE INTO names(text) VALUES(?)"), {text});
    const qint64 id = m_connection.number(QStringLiteral("SELECT id FROM names WHERE text = ?"), {text});
    if (id > 0)
        m_ids.insert(text, id);
    return id;
}

qint64 TextTable::idOf(const QByteArray &text, TimePoint now)
{
    if (text.isEmpty())
        return 0;
    const QByteArray kept = text.left(kLongest);
    const TimePoint day = floorTo(now, Level::Day);
    if (const auto known = m_known.constFind(kept); known != m_known.constEnd() && known->day == day)
        return known->id;
    m_connection.run(QStringLiteral("INSERT INTO texts(text, used) VALUES(?, ?)"
                                    " ON CONFLICT(text) DO UPDATE SET used = excluded.used"),
                     {kept, bound(day)});
    const qint64 id = m_connection.number(QStringLiteral("SELECT id FROM texts WHERE text = ?"), {kept});
    if (m_known.size() >= kMostRemembered)
        m_known.clear();
    if (id > 0)
        m_known.insert(kept, {id, day});
    return id;
}

QHash<qint64, QString> readNames(SqlConnection &connection)
{
    QHash<qint64, QString> names;
    SqlRows rows = connection.rows(QStringLiteral("SELECT id, text FROM names"));
    while (rows.next())
        names.insert(rows.number(0), rows.text(1));
    return names;
}

} // namespace qcc
