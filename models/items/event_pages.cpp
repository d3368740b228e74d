// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/event_pages.h"

namespace qcc {

const FailoverEvent *EventPages::find(qint64 number) const
{
    const auto page = m_pages.find(number / kPageSize);
    const auto within = static_cast<size_t>(number % kPageSize);
    if (page == m_pages.end() || within >= page->second.events.size())
        return nullptr;
    page->second.lastUse = ++m_uses;
    return &page->second.events[within];
}

std::optional<EventPage> EventPages::want(qint64 number)
{
    const qint64 page = number / kPageSize;
    if (m_pages.contains(page) || m_asked.contains(page))
        return std::nullopt;
    m_asked[page] = ++m_lastTicket;
    return EventPage{page, m_lastTicket};
}

bool EventPages::put(const EventPage &page, std::vector<FailoverEvent> events)
{
    const auto asked = m_asked.find(page.number);
    if (asked == m_asked.end() || asked->second != page.ticket)
        return false;
    m_asked.erase(asked);
    m_pages[page.number] = Page{std::move(events), ++m_uses};
    evict();
    return true;
}

void EventPages::giveUp(const EventPage &page)
{
    const auto asked = m_asked.find(page.number);
    if (asked != m_asked.end() && asked->second == page.ticket)
        m_asked.erase(asked);
}

void EventPages::append(qint64 count, const FailoverEvent &event)
{
    const qint64 number = count / kPageSize;
    m_asked.erase(number); // the answer on its way would lack this one
    if (count % kPageSize == 0)
        m_pages[number] = Page{{event}, ++m_uses};
    else if (const auto page = m_pages.find(number); page != m_pages.end())
        page->second.events.push_back(event);
    evict();
}

void EventPages::clear()
{
    m_pages.clear();
    m_asked.clear();
}

void EventPages::evict()
{
    while (m_pages.size() > kMostPages) {
        const auto oldest =
            std::min_element(m_pages.begin(), m_pages.end(), [](const auto &a, const auto &b) {
                return a.second.lastUse < b.second.lastUse;
            });
        m_pages.erase(oldest);
    }
}

} // namespace qcc
