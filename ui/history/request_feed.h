// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/request_tree_model.h"
#include "ui/base/history_door.h"

#include <QTimer>

namespace qcc {

/// Keeps the list of requests up to date: when the instance's counters move, what ended since is asked for,
/// at most every kBetweenQuestions. While held (paused, scrolled down, hidden) it only counts. Knows no
/// widget. Main thread.
class RequestFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kBetweenQuestions{500};
    /// Asked once more after the last change: the instance commits requests a moment after they end.
    static constexpr int kQuestionsAfterChange = 2;

    RequestFeed(InstanceDoor &instance, HistoryDoor &history, RequestTreeModel &model,
                QObject *parent = nullptr);

    /// Config and end; anew.
    void setFilter(const RequestFilter &filter);
    void reload();
    void hold(bool on);
    bool isHeld() const { return m_held; }
    bool isLoaded() const { return m_loaded; }
    /// Requests that ended while held, whatever the filter.
    quint64 missed() const;

Q_SIGNALS:
    void loaded(); ///< anew, or more
    void missedChanged();
    void failed(const qcc::Refusal &refusal);

private:
    void countersMoved();
    void ask();
    void answered(quint64 ticket, bool anew, Result<std::vector<StoredRequest>> requests);
    quint64 ended() const;

    InstanceDoor &m_instance;
    HistoryDoor &m_history;
    RequestTreeModel &m_model;
    RequestFilter m_filter;
    QTimer m_timer;
    quint64 m_ticket = 0;
    quint64 m_seenEnded = 0;
    quint64 m_heldAt = 0; ///< ended() when it was held
    int m_questionsLeft = 0;
    bool m_asking = false;
    bool m_held = true;
    bool m_loaded = false;
};

} // namespace qcc
