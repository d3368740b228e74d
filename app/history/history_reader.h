// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "models/domain/result.h"

#include <memory>

namespace qcc {

/// Reads a home's history.db, also while an instance writes it. Blocking; belongs to one thread. Makes
/// nothing: a home without a database is an empty history.
class HistoryReader
{
public:
    /// HistoryUnavailable with the path and why (corrupt, of a newer version).
    static Result<std::unique_ptr<HistoryReader>> open(const QString &home);
    ~HistoryReader();

    Result<std::vector<FailoverEvent>> events(const EventFilter &filter) const;
    Result<qint64> countEvents(const EventFilter &filter) const;
    Result<std::optional<FailoverEvent>> event(const QString &id) const;
    Result<std::vector<StoredRequest>> requests(const RequestFilter &filter) const;
    /// At most @p points pieces of equal length; those without a sample are left out.
    Result<std::vector<HealthPoint>> health(const QString &config, TimePoint from, TimePoint to, int points) const;
    Result<HistoryStats> stats(TimePoint from, TimePoint to) const;
    Result<std::vector<ActiveSpan>> activeSpans(TimePoint from, TimePoint to) const;

private:
    struct Connection;
    explicit HistoryReader(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace qcc
