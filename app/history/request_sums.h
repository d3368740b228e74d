// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/levels.h"
#include "models/domain/history.h"

#include <map>

namespace qcc {

class NameTable;
class SqlConnection;

/// What is summed up of requests, for a piece of time and a config.
struct RequestSum
{
    qint64 served = 0;
    qint64 failed = 0;
    qint64 broken = 0;
    qint64 gone = 0;
    qint64 saved = 0; ///< see wasSaved()
    TokenUsage usage;
    milliseconds firstByte{0}; ///< of those served, together
    qint64 firstBytes = 0;

    void add(const RequestRecord &record);
    void add(const RequestSum &other);
};

/// Sums up the requests of a batch, and then adds them to the database's rows: far fewer than the requests.
class RequestSums
{
public:
    void add(const RequestRecord &record);
    /// A fault stays with @p connection.
    void store(SqlConnection &connection, NameTable &names) const;

private:
    std::map<std::tuple<Level, TimePoint, QString>, RequestSum> m_sums;
};

/// By config; those of nobody under the empty name.
std::map<QString, RequestSum> sumRequests(SqlConnection &connection, TimePoint from, TimePoint to);

} // namespace qcc
