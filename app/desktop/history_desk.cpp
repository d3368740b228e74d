// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history_desk.h"

#include "app/desktop/event_export.h"
#include "app/history/history_reader.h"
#include "models/rules/statistics.h"

namespace qcc {

namespace {

constexpr int kMostMarks = 500;

Result<HealthAnswer> answerHealth(const HistoryReader &reader, const HealthQuery &query)
{
    HealthAnswer answer;
    answer.from = query.from;
    answer.to = query.to;
    answer.piece = (query.to - query.from) / std::max(1, query.points);
    for (const QString &config : query.configs) {
        Result<std::vector<HealthPoint>> points = reader.health(config, query.from, query.to, query.points);
        if (!points)
            return points.refusal();
        answer.lines.push_back({config, std::move(points).value()});
    }
    Result<std::vector<ActiveSpan>> spans = reader.activeSpans(query.from, query.to);
    if (!spans)
        return spans.refusal();
    answer.spans = coarseSpans(std::move(spans).value(), query.from, query.to, query.points);
    EventFilter marks;
    marks.since = query.from;
    marks.until = query.to;
    marks.limit = kMostMarks;
    Result<std::vector<FailoverEvent>> events = reader.events(marks);
    if (!events)
        return events.refusal();
    answer.events = std::move(events).value();
    return answer;
}

} // namespace

HistoryDesk::HistoryDesk(QObject *parent) : HistoryDoor(parent), m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("reader"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HistoryDesk::~HistoryDesk()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename T> void HistoryDesk::ask(Question<T> question, Answer<T> done)
{
    if (m_questions >= kMostQuestions) {
        const Refusal refusal{RefusalCode::HistoryUnavailable, m_home, tr("too many questions at once")};
        QMetaObject::invokeMethod(
            this, [done = std::move(done), refusal] { done(refusal); }, Qt::QueuedConnection);
        return;
    }
    ++m_questions;
    // The reader's thread ends before this object does, so `this` may be named there.
    auto work = [this, home = m_home, question = std::move(question), done = std::move(done)]() mutable {
        Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(home);
        Result<T> result = reader ? question(**reader) : Result<T>(reader.refusal());
        QMetaObject::invokeMethod(
            this,
            [this, result = std::move(result), done = std::move(done)] {
                --m_questions;
                done(result);
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker, std::move(work), Qt::QueuedConnection);
}

void HistoryDesk::events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done)
{
    ask<std::vector<FailoverEvent>>([filter](const HistoryReader &reader) { return reader.events(filter); },
                                    std::move(done));
}

void HistoryDesk::countEvents(const EventFilter &filter, Answer<qint64> done)
{
    ask<qint64>([filter](const HistoryReader &reader) { return reader.countEvents(filter); },
                std::move(done));
}

void HistoryDesk::requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done)
{
    ask<std::vector<StoredRequest>>([filter](const HistoryReader &reader) { return reader.requests(filter); },
                                    std::move(done));
}

void HistoryDesk::health(const HealthQuery &query, Answer<HealthAnswer> done)
{
    ask<HealthAnswer>([query](const HistoryReader &reader) { return answerHealth(reader, query); },
                      std::move(done));
}

void HistoryDesk::stats(TimePoint from, TimePoint to, Answer<HistoryStats> done)
{
    ask<HistoryStats>([from, to](const HistoryReader &reader) { return reader.stats(from, to); },
                      std::move(done));
}

void HistoryDesk::exportEvents(const EventFilter &filter, ExportFormat format, const QString &path,
                               Answer<qint64> done)
{
    ask<qint64>([filter, format,
                 path](const HistoryReader &reader) { return writeEvents(reader, filter, format, path); },
                std::move(done));
}

} // namespace qcc
