// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/name_tables.h"
#include "models/domain/history.h"

namespace qcc {

/// Requests in the database, one by one. A fault stays with the connection.
class RequestRows
{
public:
    RequestRows(SqlConnection &connection, NameTable &names, TextTable &texts)
        : m_connection(connection), m_names(names), m_texts(texts)
    {
    }
    void store(const RequestRecord &record);

private:
    SqlConnection &m_connection;
    NameTable &m_names;
    TextTable &m_texts;
};

/// See RequestFilter for the order.
std::vector<StoredRequest> findRequests(SqlConnection &connection, const RequestFilter &filter);

/// The config whose answer the client got; empty: our own error, or nobody was asked.
QString servedConfig(const RequestRecord &record);

/// Served, but not by the endpoint that was asked first, or would have been if all were well.
bool wasSaved(const RequestRecord &record);

} // namespace qcc
