// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/history_database.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace qcc {

using SharedRecords = std::shared_ptr<const std::vector<RequestRecord>>;

/// What tests set to their own.
struct HistoryTiming
{
    std::function<TimePoint()> now; ///< empty: the system's clock
    milliseconds retryEvery{10'000};
};

/// history.db as a service on a thread of its own. Decides nothing. Other threads connect to its signals and
/// reach its slots by queued calls; connect before calling open(). A database that can't be used never stops
/// anything: what comes then waits, bounded, until there is room again.
///
///                 no room, locked: unavailable()
///       Working ---------------------------------> Waiting    rows wait, the oldest go (counted)
///        ^  |  ^                                      |
///        |  |  +----------- retried: mended() --------+
///        |  |
///        |  +-- corrupt: kept aside, a new file, unavailable() and mended()
///        |  |
///        +--+       of a later version, at open(): unavailable(), and nothing is written (given up)
class HistoryService : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kBatchFor{250}; ///< requests and samples are committed together
    static constexpr size_t kMaxWaiting =
        10'000; ///< rows kept while nothing can be written; then the oldest go
    static constexpr minutes kRollUpEvery{10};

    explicit HistoryService(const QString &home, QObject *parent = nullptr, HistoryTiming timing = {});
    ~HistoryService() override;

    /// Rows that were never written, so far.
    quint64 dropped() const { return m_dropped; }

public Q_SLOTS:
    /// Opens or makes history.db, migrates it, imports failover_events.json once. Answers with opened(),
    /// always.
    void open();
    /// Commits the event and the state in one transaction, then says committed(), with the id that the event
    /// has in the database. When the database can't be used: unavailable(), and committed() nevertheless, so
    /// that the person still hears of the switch.
    void commit(const qcc::FailoverEvent &event, const qcc::SharedState &state);
    /// The state alone, with the next batch.
    void saveState(const qcc::SharedState &state);
    void append(const qcc::RequestRecord &record);
    void appendAll(const qcc::SharedRecords &records);
    void appendSample(const qcc::HealthSample &sample);
    /// Writes what waits; for a graceful end.
    void flush();
    /// For how long requests stay from now on. Before it is told none is removed: the settings may come later
    /// than the database.
    void keepRequests(const qcc::HistoryRetention &retention);
    /// Removes what is too old, step by step. Comes by itself after open() and every kRollUpEvery.
    void rollUp();

Q_SIGNALS:
    void opened(qcc::RememberedState remembered);
    void committed(qcc::FailoverEvent event);
    /// Said once per cause; @p refusal names the file and why (and where it was kept aside).
    void unavailable(qcc::Refusal refusal);
    void mended();
    /// failover_events.json can't be read (FileBroken, FileUnreadable). It is left alone, and tried again at
    /// the next start.
    void importFailed(qcc::Refusal refusal);

private:
    bool openDatabase();
    bool startAnew(const QString &why);
    void importOldEvents();
    void soon();
    bool writeWaiting(HistoryDatabase::Durability durability);
    bool writeNow(HistoryDatabase::Durability durability);
    void dropWaiting();
    bool reopen();
    bool settle(const DatabaseTrouble &trouble);
    void report(const DatabaseTrouble &trouble);
    void worksAgain();
    void retry();
    TimePoint now() const;

    const QString m_home;
    const HistoryTiming m_timing;
    std::unique_ptr<HistoryDatabase> m_database;
    WaitingRows m_waiting;
    QString m_writtenId;     ///< of the last event in the last transaction
    SharedState m_lastState; ///< for a new file, when the old one is lost
    std::optional<DatabaseTrouble::Kind> m_trouble;
    std::optional<HistoryRetention> m_retention;
    quint64 m_dropped = 0;
    QTimer m_batch;
    QTimer m_retry;
    QTimer m_rollUp;
};

} // namespace qcc
