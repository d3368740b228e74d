// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/history_service.h"
#include "app/io/deadline.h"

namespace qcc {

/// Hands requests to the history thread some at a time: waking another thread for each one would cost more
/// than the request's record. Engine thread.
class RecordBatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kBatchFor{100};
    static constexpr size_t kMost = 256;

    RecordBatch() : m_due([this] { flush(); }) {}
    ~RecordBatch() override { flush(); }

    void add(const RequestRecord &record)
    {
        if (m_records.empty())
            m_due.set(kBatchFor);
        m_records.push_back(record);
        if (m_records.size() >= kMost)
            flush();
    }
    void flush()
    {
        m_due.clear();
        if (!m_records.empty())
            Q_EMIT filled(std::make_shared<std::vector<RequestRecord>>(std::exchange(m_records, {})));
    }

Q_SIGNALS:
    void filled(const qcc::SharedRecords &records);

private:
    std::vector<RequestRecord> m_records;
    Deadline m_due;
};

} // namespace qcc
