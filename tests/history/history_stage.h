// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/history_reader.h"
#include "app/history/history_service.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace qcc::test {

inline QString u(const char *text)
{
    return QString::fromUtf8(text);
}

/// 2026-03-01T12:00:00Z, a whole hour.
inline constexpr TimePoint kNoon{milliseconds(1'772'366'400'000)};

inline FailoverEvent failover(const char *id, const char *from, const char *to, TimePoint at)
{
    FailoverEvent event;
    event.id = u(id);
    event.from = u(from);
    event.to = u(to);
    event.at = at;
    Decision decision;
    decision.rule = DecisionRule::ActiveFailed;
    decision.at = at;
    decision.from = event.from;
    decision.to = event.to;
    decision.failures = 3;
    decision.failureThreshold = 3;
    decision.lastFailure = FailureFacts{OutcomeKind::ServerError, 529, TransportFault::None};
    decision.rejected = {
        {u("spare"), Priority::Secondary, RejectReason::TooFewSuccesses, 1, 3, at + minutes(1)}};
    event.decision = decision;
    return event;
}

inline AttemptRecord attempt(const char *config, const char *endpoint, OutcomeKind kind, int status)
{
    AttemptRecord made;
    made.config = u(config);
    made.endpoint.value = u(endpoint);
    made.endpointName = made.endpoint.value + u(".test");
    made.outcome.kind = kind;
    made.outcome.status = status;
    made.duration = milliseconds(120);
    return made;
}

/// Served by @p config at the first try.
inline RequestRecord served(const char *config, TimePoint at)
{
    RequestRecord record;
    record.number = 7;
    record.kind = RequestKind::Messages;
    record.model = "claude-sonnet-4-5";
    record.session = "5f0c1f0e-94a1-4a38-8d3e-0d2f6f6b8a11";
    record.startedAt = at;
    record.firstByte = milliseconds(800);
    record.duration = milliseconds(4200);
    record.status = 200;
    record.bytesIn = 61'000;
    record.bytesOut = 9'000;
    record.attempts = {attempt(config, "0badcafe", OutcomeKind::Success, 200)};
    record.usage = TokenUsage{10, 200, 30'000, 400};
    return record;
}

inline HealthSample sample(const char *config, TimePoint at, int healthy, int total)
{
    return {at,      u(config), healthy > 0 ? HealthStatus::Healthy : HealthStatus::Unhealthy,
            healthy, total,     milliseconds(90)};
}

inline SharedState stateWithActive(const char *config)
{
    auto state = std::make_shared<FailoverState>();
    state->active = u(config);
    state->activeSince = kNoon;
    return state;
}

/// A QCC_HOME with a history, and the time in the test's hand.
class HistoryStage
{
public:
    QString home() const { return m_home.path(); }
    QString path(const char *name = "history.db") const { return m_home.filePath(u(name)); }
    QStringList files() const { return QDir(home()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

    /// On the test's own thread, so that its slots are done when they return.
    std::unique_ptr<HistoryService> service()
    {
        return std::make_unique<HistoryService>(home(), nullptr,
                                                HistoryTiming{[this] { return now; }, milliseconds(20)});
    }
    std::unique_ptr<HistoryReader> reader() const
    {
        Result<std::unique_ptr<HistoryReader>> opened = HistoryReader::open(home());
        if (!opened)
            qFatal("no reader: %s", qPrintable(opened.refusal().detail));
        return std::move(opened).value();
    }
    std::vector<FailoverEvent> storedEvents() const { return *reader()->events({}); }
    qsizetype storedRequests() const { return qsizetype(reader()->requests({})->size()); }

    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
    }

    TimePoint now = kNoon;

private:
    QTemporaryDir m_home;
};

} // namespace qcc::test
