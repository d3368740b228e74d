// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_service.h"

#include "app/history/event_import.h"
#include "app/history/history_file.h"
#include "app/secrets/private_file.h"

#include <QFileInfo>

namespace qcc {

namespace {

using Kind = DatabaseTrouble::Kind;
using Durability = HistoryDatabase::Durability;

} // namespace

HistoryService::HistoryService(const QString &home, QObject *parent, HistoryTiming timing)
    : QObject(parent), m_home(home), m_timing(std::move(timing)),
      m_database(std::make_unique<HistoryDatabase>(historyPath(home))), m_batch(this), m_retry(this),
      m_rollUp(this)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(kBatchFor);
    m_retry.setInterval(m_timing.retryEvery);
    m_rollUp.setInterval(kRollUpEvery);
    connect(&m_batch, &QTimer::timeout, this, [this] { writeWaiting(Durability::Kill); });
    connect(&m_retry, &QTimer::timeout, this, &HistoryService::retry);
    connect(&m_rollUp, &QTimer::timeout, this, &HistoryService::rollUp);
}

HistoryService::~HistoryService() = default;

void HistoryService::open()
{
    RememberedState remembered;
    if (openDatabase()) {
        MaybeTrouble trouble;
        remembered = m_database->remembered(trouble);
        if (trouble) {
            remembered = {};
            settle(*trouble);
        }
    }
    if (remembered.state)
        m_lastState = std::make_shared<FailoverState>(*remembered.state);
    Q_EMIT opened(std::move(remembered));
    m_rollUp.start();
    QTimer::singleShot(0, this, &HistoryService::rollUp);
    if (!m_waiting.isEmpty())
        soon();
}

/// True when the database can be used now.
bool HistoryService::openDatabase()
{
    if (const MaybeTrouble trouble = m_database->open(); trouble && !settle(*trouble))
        return false;
    importOldEvents();
    return m_database->isOpen();
}

void HistoryService::importOldEvents()
{
    if (!m_database->isOpen() || m_database->wasImported())
        return;
    const QString path = m_home + QStringLiteral("/failover_events.json");
    const Result<std::optional<QByteArray>> text = readPrivateFile(path);
    if (!text) {
        Q_EMIT importFailed(text.refusal());
        return;
    }
    if (!text.value())
        return;
    Result<std::vector<FailoverEvent>> events = readOldEvents(path, *text.value());
    if (!events) {
        Q_EMIT importFailed(events.refusal());
        return;
    }
    WaitingRows rows;
    rows.events.assign(events->begin(), events->end());
    if (const MaybeTrouble trouble = m_database->import(rows, now()))
        settle(*trouble);
}

void HistoryService::commit(const FailoverEvent &event, const SharedState &state)
{
    m_waiting.events.push_back(event);
    saveState(state);
    FailoverEvent stored = event;
    if (writeWaiting(Durability::PowerCut))
        stored.id = m_writtenId;
    Q_EMIT committed(stored);
}

void HistoryService::saveState(const SharedState &state)
{
    m_waiting.state = state;
    m_lastState = state;
    soon();
}

void HistoryService::append(const RequestRecord &record)
{
    m_waiting.requests.push_back(record);
    soon();
}

void HistoryService::appendAll(const SharedRecords &records)
{
    for (const RequestRecord &record : *records)
        append(record);
}

void HistoryService::appendSample(const HealthSample &sample)
{
    m_waiting.samples.push_back(sample);
    soon();
}

void HistoryService::flush()
{
    if (m_trouble == Kind::Unusable)
        retry(); // there may be no later one
    else
        writeWaiting(Durability::PowerCut);
}

void HistoryService::soon()
{
    m_dropped += m_waiting.trim(m_trouble == Kind::Newer ? 0 : kMaxWaiting);
    if (!m_batch.isActive())
        m_batch.start();
}

/// True when all of it is in the database.
bool HistoryService::writeWaiting(Durability durability)
{
    m_batch.stop();
    const bool waitsForRetry = m_trouble && m_trouble != Kind::Mistake;
    return !waitsForRetry && m_database->isOpen() && writeNow(durability);
}

bool HistoryService::writeNow(Durability durability)
{
    if (!m_database->isInPlace() && !reopen())
        return false;
    MaybeTrouble trouble = m_database->write(m_waiting, durability);
    if (trouble && trouble->kind == Kind::Corrupt && settle(*trouble))
        trouble = m_database->write(m_waiting, durability);
    if (trouble) {
        if (trouble->kind == Kind::Mistake)
            dropWaiting();
        settle(*trouble);
        return false;
    }
    m_writtenId = m_waiting.events.empty() ? QString() : m_waiting.events.back().id;
    m_waiting = {};
    worksAgain();
    return true;
}

void HistoryService::dropWaiting()
{
    m_dropped += m_waiting.trim(0);
    m_waiting = {};
}

/// Does about a trouble what can be done; true when the database can be used.
bool HistoryService::settle(const DatabaseTrouble &trouble)
{
    switch (trouble.kind) {
    case Kind::Corrupt:
        return startAnew(trouble.detail);
    case Kind::Newer:
        dropWaiting();
        m_retry.stop();
        break;
    case Kind::Unusable:
        m_retry.start();
        break;
    case Kind::Mistake:
        break;
    }
    report(trouble);
    return false;
}

/// The file was taken away, or replaced by another one.
bool HistoryService::reopen()
{
    qWarning("history: %s was moved or replaced", qUtf8Printable(historyPath(m_home)));
    m_database->close();
    if (!m_waiting.state)
        m_waiting.state = m_lastState;
    return openDatabase();
}

/// Keeps the file aside and begins with a new one. What was to be written still waits, and the state comes
/// along.
bool HistoryService::startAnew(const QString &why)
{
    m_database->close();
    const Result<QString> aside = setAside(historyPath(m_home), now());
    if (!aside)
        return settle({Kind::Unusable, why + QStringLiteral("; ") + aside.refusal().detail});
    if (const MaybeTrouble trouble = m_database->open())
        return settle({Kind::Unusable, trouble->detail});
    if (!m_waiting.state)
        m_waiting.state = m_lastState;
    if (!m_waiting.isEmpty())
        soon();
    report({Kind::Corrupt, why + QStringLiteral("; kept aside as ") + QFileInfo(*aside).fileName()});
    worksAgain();
    return true;
}

/// Says it once per cause.
void HistoryService::report(const DatabaseTrouble &trouble)
{
    if (std::exchange(m_trouble, trouble.kind) != trouble.kind)
        Q_EMIT unavailable({RefusalCode::HistoryUnavailable, historyPath(m_home), trouble.detail});
}

void HistoryService::worksAgain()
{
    m_retry.stop();
    if (!std::exchange(m_trouble, std::nullopt))
        return;
    if (m_dropped > 0)
        qWarning("history: %llu rows were lost so far", static_cast<unsigned long long>(m_dropped));
    Q_EMIT mended();
}

void HistoryService::retry()
{
    if (m_database->isOpen() || openDatabase())
        writeNow(Durability::PowerCut);
}

void HistoryService::keepRequests(const HistoryRetention &retention)
{
    if (std::exchange(m_retention, retention) != retention)
        rollUp();
}

void HistoryService::rollUp()
{
    if (m_trouble || !m_database->isOpen() || !m_database->isInPlace())
        return;
    RollUp outcome = RollUp::Done;
    if (const MaybeTrouble trouble = m_database->rollUp(now(), m_retention, outcome))
        settle(*trouble);
    else if (outcome == RollUp::MoreToDo)
        QTimer::singleShot(0, this, &HistoryService::rollUp);
}

TimePoint HistoryService::now() const
{
    return m_timing.now ? m_timing.now()
                        : std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

} // namespace qcc
