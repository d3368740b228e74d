// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/event_feed.h"

namespace qcc {

EventFeed::EventFeed(HistoryDoor &door, EventTableModel &model, QObject *parent)
    : QObject(parent), m_door(door), m_model(model), m_clock(wallClock)
{
    connect(&model, &EventTableModel::rowsWanted, this, &EventFeed::want);
}

void EventFeed::setFilter(const EventFilter &filter)
{
    m_filter = filter;
    refresh();
}

void EventFeed::refresh()
{
    m_counting = true;
    m_again = false;
    const TimePoint asOf = now() + milliseconds(1);
    m_door.countEvents(EventTableModel::until(m_filter, asOf),
                       [self = QPointer(this), ticket = ++m_ticket, asOf](const Result<qint64> &count) {
                           if (self)
                               self->counted(ticket, asOf, count);
                       });
}

void EventFeed::counted(quint64 ticket, TimePoint asOf, const Result<qint64> &count)
{
    if (ticket != m_ticket)
        return; // another filter has been set since
    m_counting = false;
    if (!count)
        return fail(count.refusal());
    m_failed = false;
    m_waiting.clear(); // pages of the rows before
    EventFilter filter = m_filter;
    filter.sortedBy = m_model.filter().sortedBy;
    filter.order = m_model.filter().order;
    m_model.show(filter, asOf, *count);
    Q_EMIT loaded();
    if (m_again)
        refresh();
}

void EventFeed::add(const FailoverEvent &event)
{
    if (m_counting) {
        m_again = true; // it may be counted or not
        return;
    }
    switch (m_model.add(event)) {
    case EventTableModel::Added::Shown:
        Q_EMIT loaded();
        break;
    case EventTableModel::Added::Refresh:
        refresh();
        break;
    case EventTableModel::Added::FilteredOut:
        break;
    }
}

void EventFeed::want(const EventFilter &filter, const EventPage &page)
{
    if (m_failed)
        return m_model.giveUp(page);
    m_waiting.push_front({filter, page});
    if (m_waiting.size() > kMostWaiting) {
        m_model.giveUp(m_waiting.back().page);
        m_waiting.pop_back();
    }
    askNext();
}

void EventFeed::askNext()
{
    if (m_asking || m_waiting.empty())
        return;
    m_asking = true;
    const Question question = m_waiting.front();
    m_waiting.pop_front();
    m_door.events(question.filter,
                  [self = QPointer(this), page = question.page](Result<std::vector<FailoverEvent>> events) {
                      if (self)
                          self->answered(page, std::move(events));
                  });
}

void EventFeed::answered(const EventPage &page, Result<std::vector<FailoverEvent>> events)
{
    m_asking = false;
    if (!events) {
        m_model.giveUp(page);
        return fail(events.refusal());
    }
    m_model.setRows(page, std::move(events).value());
    Q_EMIT pageLoaded();
    askNext();
}

void EventFeed::fail(const Refusal &refusal)
{
    m_failed = true;
    for (const Question &question : std::exchange(m_waiting, {}))
        m_model.giveUp(question.page);
    Q_EMIT failed(refusal);
}

} // namespace qcc
