// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "models/domain/result.h"
#include "models/rules/failover_state.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace qcc {

class HistoryDatabase;

/// What a restart finds.
struct RememberedState
{
    std::optional<FailoverState> state; ///< none: a new database
    QString activeBefore;               ///< the active config before the last stored switch
};
using SharedState = std::shared_ptr<const FailoverState>;

/// history.db as a service on a thread of its own. Decides nothing. Other threads connect to its signals and
/// reach its slots by queued calls. A database that can't be used never stops anything: what comes then is
/// dropped (counted), and tried again with a new file or when there is room.
class HistoryService : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kBatchFor{250};   ///< requests and samples are committed together
    static constexpr size_t kMaxWaiting = 10'000;   ///< rows kept while the disk is slow; then the oldest go
    static constexpr minutes kRollUpEvery{10};

    explicit HistoryService(const QString &home, QObject *parent = nullptr);
    ~HistoryService() override;

public Q_SLOTS:
    /// Opens or makes history.db, migrates it, imports failover_events.json once. Answers with opened().
    void open();
    /// Commits the event and the state in one transaction, then says committed(). When the database can't be
    /// used: unavailable(), and committed() nevertheless, so that the person still hears of the switch.
    void commit(const qcc::FailoverEvent &event, const qcc::SharedState &state);
    /// The state alone, with the next batch.
    void saveState(const qcc::SharedState &state);
    void append(const qcc::RequestRecord &record);
    void appendSample(const qcc::HealthSample &sample);
    /// Writes what waits; for a graceful end.
    void flush();

Q_SIGNALS:
    void opened(qcc::RememberedState remembered);
    void committed(qcc::FailoverEvent event);
    /// Said once per cause; @p refusal names the file and why (and where it was kept aside).
    void unavailable(qcc::Refusal refusal);
    void mended();

private:
    QString m_home;
    std::unique_ptr<HistoryDatabase> m_database;
};

} // namespace qcc
