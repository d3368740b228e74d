// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "models/domain/result.h"

#include <QStringList>

#include <map>
#include <memory>

namespace qcc {

class SqlConnection;

/// By config.
using HealthCurves = std::map<QString, std::vector<HealthPoint>>;

/// Reads a home's history.db, also while an instance writes it. Blocking; belongs to one thread. Makes
/// nothing: a home without a database is an empty history. Everything answers within milliseconds, whatever
/// the database's size (lists of events: see event_query.h); a fault while reading is HistoryUnavailable.
class HistoryReader
{
public:
    /// HistoryUnavailable with the path and why (corrupt, of another version).
    static Result<std::unique_ptr<HistoryReader>> open(const QString &home);
    ~HistoryReader();

    Result<std::vector<FailoverEvent>> events(const EventFilter &filter) const;
    Result<qint64> countEvents(const EventFilter &filter) const;
    Result<std::optional<FailoverEvent>> event(const QString &id) const;
    Result<std::vector<StoredRequest>> requests(const RequestFilter &filter) const;
    /// At most @p points pieces of equal length; those without a sample are left out.
    Result<std::vector<HealthPoint>> health(const QString &config, TimePoint from, TimePoint to,
                                            int points) const;
    /// The same for several configs; each of @p configs has an entry.
    Result<HealthCurves> healthOf(const QStringList &configs, TimePoint from, TimePoint to, int points) const;
    /// From the first record on, if that is later than @p from. The edges of old periods are rounded outward
    /// to what is kept of that time (app/history/levels.h).
    Result<HistoryStats> stats(TimePoint from, TimePoint to) const;
    Result<std::vector<ActiveSpan>> activeSpans(TimePoint from, TimePoint to) const;

private:
    HistoryReader(QString path, std::unique_ptr<SqlConnection> connection);
    template <typename Ask> auto ask(Ask question) const;

    QString m_path;
    std::unique_ptr<SqlConnection> m_connection; ///< null: an empty history
};

} // namespace qcc
