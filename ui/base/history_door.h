// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "ui/base/instance_door.h"

namespace qcc {

/// A chart's question: all @p configs over one period, each in at most @p points pieces.
struct HealthQuery
{
    std::vector<QString> configs;
    TimePoint from;
    TimePoint to;
    int points = 300;
};

struct ConfigLine
{
    QString config;
    std::vector<HealthPoint> points; ///< oldest first; pieces without a sample are left out
    bool operator==(const ConfigLine &) const = default;
};

struct HealthAnswer
{
    TimePoint from;
    TimePoint to;
    milliseconds piece{0}; ///< the length of one piece: a larger gap between two points is a gap
    std::vector<ConfigLine> lines;
    std::vector<ActiveSpan> spans;
    std::vector<FailoverEvent> events; ///< at most 500, newest first
    bool operator==(const HealthAnswer &) const = default;
};

enum class ExportFormat { Json, Csv };

/// The history, read beside whoever writes it. Answers come from the event loop, in the order of the
/// questions; a question never blocks the window. Main thread. HistoryUnavailable.
class HistoryDoor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done) = 0;
    virtual void countEvents(const EventFilter &filter, Answer<qint64> done) = 0;
    virtual void requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done) = 0;
    virtual void health(const HealthQuery &query, Answer<HealthAnswer> done) = 0;
    virtual void stats(TimePoint from, TimePoint to, Answer<HistoryStats> done) = 0;
    /// Writes what the filter lets through (its limit and offset don't count) to @p path, atomically, 0600;
    /// answers with how many. FileUnwritable.
    virtual void exportEvents(const EventFilter &filter, ExportFormat format, const QString &path,
                              Answer<qint64> done) = 0;
};

} // namespace qcc
