// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/request_feed.h"

namespace qcc {

RequestFeed::RequestFeed(InstanceDoor &instance, HistoryDoor &history, RequestTreeModel &model,
                         QObject *parent)
    : QObject(parent), m_instance(instance), m_history(history), m_model(model)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kBetweenQuestions);
    m_seenEnded = m_heldAt = ended();
    connect(&m_timer, &QTimer::timeout, this, &RequestFeed::ask);
    connect(&instance, &InstanceDoor::snapshotChanged, this, &RequestFeed::countersMoved);
}

void RequestFeed::setFilter(const RequestFilter &filter)
{
    m_filter = filter;
    reload();
}

void RequestFeed::reload()
{
    RequestFilter question = m_filter;
    question.after.reset();
    question.limit = RequestTreeModel::kMostRequests;
    m_asking = true;
    m_timer.stop();
    m_history.requests(question, [self = QPointer(this), ticket = ++m_ticket](auto requests) {
        if (self)
            self->answered(ticket, true, std::move(requests));
    });
}

void RequestFeed::hold(bool on)
{
    if (m_held == on)
        return;
    const bool muchMissed = missed() > RequestTreeModel::kMostRequests;
    m_held = on;
    m_heldAt = ended();
    if (on)
        m_timer.stop();
    else if (muchMissed)
        reload();
    else if (m_loaded)
        ask();
    Q_EMIT missedChanged();
}

quint64 RequestFeed::ended() const
{
    const ProxySnapshot &snapshot = m_instance.snapshot();
    return snapshot.requestsServed + snapshot.requestsFailed;
}

quint64 RequestFeed::missed() const
{
    const quint64 now = ended();
    return m_held && now > m_heldAt ? now - m_heldAt : 0;
}

void RequestFeed::countersMoved()
{
    if (std::exchange(m_seenEnded, ended()) == ended())
        return;
    m_questionsLeft = kQuestionsAfterChange;
    if (m_held)
        Q_EMIT missedChanged();
    else if (!m_timer.isActive() && !m_asking)
        m_timer.start();
}

void RequestFeed::ask()
{
    if (m_asking || m_held)
        return;
    RequestFilter question = m_filter;
    question.after = m_model.lastRow();
    question.limit = RequestTreeModel::kMostRequests;
    m_asking = true;
    m_questionsLeft = std::max(0, m_questionsLeft - 1);
    m_history.requests(question, [self = QPointer(this), ticket = ++m_ticket](auto requests) {
        if (self)
            self->answered(ticket, false, std::move(requests));
    });
}

void RequestFeed::answered(quint64 ticket, bool anew, Result<std::vector<StoredRequest>> requests)
{
    if (ticket != m_ticket)
        return;
    m_asking = false;
    if (!requests) {
        Q_EMIT failed(requests.refusal());
        return;
    }
    const bool full = !anew && requests->size() >= RequestTreeModel::kMostRequests;
    if (anew)
        m_model.setRequests(std::move(requests).value());
    else
        m_model.add(std::move(requests).value());
    m_loaded = true;
    if ((full || m_questionsLeft > 0) && !m_held)
        m_timer.start();
    Q_EMIT loaded();
}

} // namespace qcc
