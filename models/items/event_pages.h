// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

namespace qcc {

/// One question for the rows of a page. A ticket is given once: what comes late is told by it.
struct EventPage
{
    qint64 number = 0;
    quint64 ticket = 0;
    bool operator==(const EventPage &) const = default;
};

/// A bounded part of a long list of events, in pages, and which pages are being asked for. Events are counted
/// from the end at which none are added, so that a new one shifts none of the others. Knows no order and no
/// source.
class EventPages
{
public:
    static constexpr qint64 kPageSize = 200; ///< rows
    static constexpr size_t kMostPages = 50; ///< those used last are kept

    /// The event number @p number; null: not here.
    const FailoverEvent *find(qint64 number) const;
    /// The page of @p number is to be asked for now. None: it is here, or already asked for.
    std::optional<EventPage> want(qint64 number);
    /// False: nobody waits for it any more.
    bool put(const EventPage &page, std::vector<FailoverEvent> events);
    /// It won't come; it may be asked for again.
    void giveUp(const EventPage &page);
    /// A new one at the end, where @p count were before.
    void append(qint64 count, const FailoverEvent &event);
    void clear();
    size_t size() const { return m_pages.size(); }

private:
    struct Page
    {
        std::vector<FailoverEvent> events;
        mutable quint64 lastUse = 0;
    };
    void evict();

    std::map<qint64, Page> m_pages;
    std::map<qint64, quint64> m_asked; ///< tickets by the pages' numbers
    quint64 m_lastTicket = 0;
    mutable quint64 m_uses = 0;
};

} // namespace qcc
