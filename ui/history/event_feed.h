// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/event_table_model.h"
#include "ui/base/clock.h"
#include "ui/base/history_door.h"

#include <deque>

namespace qcc {

/// Gives the table of events what it asks for: counts what a filter lets through, then fetches pages, one at
/// a time and those asked for last first, so that dragging the scroll bar asks for little more than what is
/// seen at its end. Knows no widget. Main thread.
class EventFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr size_t kMostWaiting = 3; ///< pages; a view shows two at most

    EventFeed(HistoryDoor &door, EventTableModel &model, QObject *parent = nullptr);
    void setClock(Clock clock) { m_clock = std::move(clock); }
    TimePoint now() const { return m_clock(); }

    /// How it is sorted is the model's. Asks at once; what is shown stays until the answer.
    void setFilter(const EventFilter &filter);
    const EventFilter &filter() const { return m_filter; }
    void refresh();
    /// One that has just happened.
    void add(const FailoverEvent &event);

Q_SIGNALS:
    void loaded(); ///< the model has as many rows as there are; their pages may still come
    void pageLoaded();
    void failed(const qcc::Refusal &refusal); ///< nothing more is asked before refresh()

private:
    struct Question
    {
        EventFilter filter;
        EventPage page;
    };

    void counted(quint64 ticket, TimePoint asOf, const Result<qint64> &count);
    void want(const EventFilter &filter, const EventPage &page);
    void askNext();
    void answered(const EventPage &page, Result<std::vector<FailoverEvent>> events);
    void fail(const Refusal &refusal);

    HistoryDoor &m_door;
    EventTableModel &m_model;
    Clock m_clock;
    EventFilter m_filter;
    quint64 m_ticket = 0; ///< of the last count
    bool m_counting = false;
    bool m_again = false; ///< something happened while counting
    bool m_failed = false;
    bool m_asking = false;
    std::deque<Question> m_waiting; ///< those asked for last in front
};

} // namespace qcc
