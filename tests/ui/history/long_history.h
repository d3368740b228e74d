// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/history_door.h"

namespace qcc::test {

/// A history of any length that is computed, not stored: the event number n (0 = oldest) has the id n. What
/// is asked is written down.
class LongHistory final : public HistoryDoor
{
    Q_OBJECT
public:
    using HistoryDoor::HistoryDoor;

    static FailoverEvent eventOf(qint64 number);
    static StoredRequest requestOf(qint64 row);

    void events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done) override;
    void countEvents(const EventFilter &filter, Answer<qint64> done) override;
    void requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done) override;
    void health(const HealthQuery &query, Answer<HealthAnswer> done) override;
    void stats(TimePoint from, TimePoint to, Answer<HistoryStats> done) override;
    void exportEvents(const EventFilter &filter, ExportFormat format, const QString &path,
                      Answer<qint64> done) override;

    struct Export
    {
        EventFilter filter;
        ExportFormat format;
        QString path;
    };

    qint64 stored = 0; ///< events
    qint64 endedRequests = 0;
    std::optional<Refusal> refusal; ///< of every question, while it is set
    std::vector<EventFilter> counts;
    std::vector<EventFilter> pages;
    std::vector<RequestFilter> requestQuestions;
    std::vector<Export> exports;

private:
    template <typename T> void answer(Answer<T> done, T value);
    qint64 before(const EventFilter &filter) const;
};

} // namespace qcc::test
