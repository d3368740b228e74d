// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history/long_history.h"

#include "tests/ui_support/sample_world.h"

namespace qcc::test {

namespace {

constexpr qint64 kLongest = 10'000'000;

} // namespace

FailoverEvent LongHistory::eventOf(qint64 number)
{
    static const std::vector<FailoverEvent> kKinds = sampleEvents(5);
    FailoverEvent event = kKinds[static_cast<size_t>(number) % kKinds.size()];
    event.id = QString::number(number);
    event.at = sampleNow() - seconds(kLongest - number);
    event.decision->at = event.at;
    return event;
}

StoredRequest LongHistory::requestOf(qint64 row)
{
    static const std::vector<StoredRequest> kKinds = sampleRequests(40);
    StoredRequest request = kKinds[static_cast<size_t>(row) % kKinds.size()];
    request.row = row;
    return request;
}

template <typename T> void LongHistory::answer(Answer<T> done, T value)
{
    Result<T> result = refusal ? Result<T>(*refusal) : Result<T>(std::move(value));
    QMetaObject::invokeMethod(
        this, [done = std::move(done), result = std::move(result)] { done(result); }, Qt::QueuedConnection);
}

qint64 LongHistory::before(const EventFilter &filter) const
{
    const bool nothing = filter.text == QLatin1StringView("nowhere");
    return nothing ? 0 : stored;
}

void LongHistory::events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done)
{
    pages.push_back(filter);
    const qint64 count = before(filter);
    std::vector<FailoverEvent> found;
    for (qint64 i = filter.offset; i < std::min<qint64>(filter.offset + filter.limit, count); ++i)
        found.push_back(eventOf(filter.order == Qt::DescendingOrder ? count - 1 - i : i));
    answer(std::move(done), std::move(found));
}

void LongHistory::countEvents(const EventFilter &filter, Answer<qint64> done)
{
    counts.push_back(filter);
    answer(std::move(done), before(filter));
}

void LongHistory::requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done)
{
    requestQuestions.push_back(filter);
    std::vector<StoredRequest> found;
    const auto matches = [&filter](const StoredRequest &request) {
        return !filter.end || *filter.end == request.record.end;
    };
    if (filter.after) {
        for (qint64 row = *filter.after + 1; row <= endedRequests && std::ssize(found) < filter.limit;
             ++row) {
            if (matches(requestOf(row)))
                found.push_back(requestOf(row));
        }
    } else {
        for (qint64 row = endedRequests; row > 0 && std::ssize(found) < filter.limit; --row) {
            if (matches(requestOf(row)))
                found.push_back(requestOf(row));
        }
    }
    answer(std::move(done), std::move(found));
}

void LongHistory::health(const HealthQuery &, Answer<HealthAnswer> done)
{
    answer(std::move(done), HealthAnswer{});
}

void LongHistory::stats(TimePoint, TimePoint, Answer<HistoryStats> done)
{
    answer(std::move(done), HistoryStats{});
}

void LongHistory::exportEvents(const EventFilter &filter, ExportFormat format, const QString &path,
                               Answer<qint64> done)
{
    exports.push_back({filter, format, path});
    answer(std::move(done), before(filter));
}

} // namespace qcc::test
