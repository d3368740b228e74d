// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/request_rows.h"

#include "app/history/attempt_codec.h"
#include "app/history/sql_connection.h"

namespace qcc {

namespace {

// An enumerator's place in these is its code in the database: only ever add at the end.
constexpr std::array kKinds{RequestKind::Messages, RequestKind::CountTokens, RequestKind::Models,
                            RequestKind::Other};
constexpr std::array kEnds{RequestEnd::Served, RequestEnd::Failed, RequestEnd::Broken,
                           RequestEnd::ClientGone};

template <typename Enum, size_t Size> qint64 codeOf(const std::array<Enum, Size> &codes, Enum value)
{
    return std::find(codes.begin(), codes.end(), value) - codes.begin();
}

template <typename Enum, size_t Size> Enum byCode(const std::array<Enum, Size> &codes, qint64 code)
{
    return codes[size_t(std::clamp<qint64>(code, 0, qint64(Size) - 1))];
}

constexpr auto kColumns = QLatin1StringView(
    "r.row, r.number, r.kind, m.text, s.text, r.started_at, r.first_byte, r.duration, r.outcome, r.status,"
    " r.bytes_in, r.bytes_out, r.spilled_over, r.attempts, r.input, r.output, r.cache_read, "
    "r.cache_creation, r.held, r.removed_thinking, r.thinking_off");
constexpr auto kTables = QLatin1StringView(" FROM requests r LEFT JOIN texts m ON m.id = r.model"
                                           " LEFT JOIN texts s ON s.id = r.session");

StoredRequest requestIn(const SqlRows &rows, const QHash<qint64, QString> &names)
{
    StoredRequest stored;
    RequestRecord &record = stored.record;
    stored.row = rows.number(0);
    record.number = quint64(rows.number(1));
    record.kind = byCode(kKinds, rows.number(2));
    record.model = rows.bytes(3);
    record.session = rows.bytes(4);
    record.startedAt = rows.moment(5);
    record.firstByte = milliseconds(rows.number(6));
    record.duration = milliseconds(rows.number(7));
    record.end = byCode(kEnds, rows.number(8));
    record.status = int(rows.number(9));
    record.bytesIn = quint64(rows.number(10));
    record.bytesOut = quint64(rows.number(11));
    record.spilledOver = rows.number(12) != 0;
    record.attempts = decodeAttempts(rows.bytes(13), names);
    if (!rows.isNull(14))
        record.usage = TokenUsage{rows.number(14), rows.number(15), rows.number(16), rows.number(17)};
    record.held = milliseconds(rows.number(18));
    record.removedThinking = int(rows.number(19));
    record.thinkingOff = rows.number(20) != 0;
    return stored;
}

struct Conditions
{
    QString sql = QStringLiteral(" WHERE 1");
    QVariantList values;

    void add(const QString &condition, const QVariant &value)
    {
        sql += QStringLiteral(" AND ") + condition;
        values << value;
    }
};

/// A unary plus keeps SQLite, which knows no frequencies, from an index that would be worse than another one:
/// rows to follow come by their number, and those with a bad end are few.
Conditions conditionsOf(SqlConnection &connection, const RequestFilter &filter)
{
    Conditions conditions;
    const bool hasBadEnd = filter.end && *filter.end != RequestEnd::Served;
    const bool hasBetter = filter.after || hasBadEnd;
    if (filter.after)
        conditions.add(QStringLiteral("r.row > ?"), *filter.after);
    if (filter.since)
        conditions.add(filter.after ? QStringLiteral("+r.started_at >= ?")
                                    : QStringLiteral("r.started_at >= ?"),
                       bound(*filter.since));
    if (!filter.config.isEmpty())
        conditions.add(
            hasBetter ? QStringLiteral("+r.config = ?") : QStringLiteral("r.config = ?"),
            connection.number(QStringLiteral("SELECT id FROM names WHERE text = ?"), {filter.config}, -1));
    // The condition of the partial index is written out, so that SQLite finds it.
    if (hasBadEnd && !filter.after)
        conditions.add(QStringLiteral("r.outcome <> 0 AND r.outcome = ?"), codeOf(kEnds, *filter.end));
    else if (filter.end)
        conditions.add(QStringLiteral("+r.outcome = ?"), codeOf(kEnds, *filter.end));
    return conditions;
}

} // namespace

void RequestRows::store(const RequestRecord &record)
{
    const auto count = [&](qint64 TokenUsage::*field) {
        return record.usage ? QVariant((*record.usage).*field) : QVariant();
    };
    const auto idOf = [this](const QString &text) { return m_names.idOf(text); };
    const QVariant attempts =
        record.attempts.empty() ? QVariant() : QVariant(encodeAttempts(record.attempts, idOf));
    m_connection.run(
        QStringLiteral("INSERT INTO requests(number, kind, model, session, started_at, first_byte, duration,"
                       " outcome, status, bytes_in, bytes_out, input, output, cache_read, cache_creation,"
                       " spilled_over, config, attempts, held, removed_thinking, thinking_off)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {qint64(record.number), codeOf(kKinds, record.kind), m_texts.idOf(record.model, record.startedAt),
         m_texts.idOf(record.session, record.startedAt), bound(record.startedAt),
         qint64(record.firstByte.count()), qint64(record.duration.count()), codeOf(kEnds, record.end),
         record.status, qint64(record.bytesIn), qint64(record.bytesOut), count(&TokenUsage::input),
         count(&TokenUsage::output), count(&TokenUsage::cacheRead), count(&TokenUsage::cacheCreation),
         record.spilledOver, idOf(servedConfig(record)), attempts, qint64(record.held.count()),
         record.removedThinking, record.thinkingOff});
}

std::vector<StoredRequest> findRequests(SqlConnection &connection, const RequestFilter &filter)
{
    Conditions conditions = conditionsOf(connection, filter);
    conditions.values << std::max(filter.limit, 0) << std::max(filter.offset, 0);
    const QString order = filter.after
                              ? QStringLiteral(" ORDER BY r.row LIMIT ? OFFSET ?")
                              : QStringLiteral(" ORDER BY r.started_at DESC, r.row DESC LIMIT ? OFFSET ?");
    const QHash<qint64, QString> names = readNames(connection);
    std::vector<StoredRequest> found;
    SqlRows rows = connection.rows(QStringLiteral("SELECT ") + kColumns + kTables + conditions.sql + order,
                                   conditions.values);
    while (rows.next())
        found.push_back(requestIn(rows, names));
    return found;
}

QString servedConfig(const RequestRecord &record)
{
    return record.end == RequestEnd::Failed || record.attempts.empty() ? QString()
                                                                       : record.attempts.back().config;
}

bool wasSaved(const RequestRecord &record)
{
    const bool byAnother =
        record.attempts.size() > 1 && record.attempts.back().endpoint != record.attempts.front().endpoint;
    return record.end == RequestEnd::Served && (record.spilledOver || byAnother);
}

} // namespace qcc
