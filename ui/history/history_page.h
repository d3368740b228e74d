// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/event_table_model.h"
#include "ui/base/history_door.h"
#include "ui/history/event_feed.h"

#include <QWidget>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace qcc {

class Banner;
class ColumnFitter;
class EmptyState;
class EventDetails;
class EventExport;
class EventFilterBar;

/// All switches of the active config: a table, what is shown of it, and why the chosen one happened. Knows
/// the doors and its own parts. Main thread.
class HistoryPage final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kBesideFrom = 1100; ///< from this width on the details stand beside the table

    HistoryPage(InstanceDoor &instance, HistoryDoor &history, QWidget *parent = nullptr);

    /// Shows all, and this event.
    void showEvent(const QString &id);
    void showNewest() { showEvent(QString()); }
    /// In place of the wall clock, for tests.
    void setClock(Clock clock) { m_feed->setClock(std::move(clock)); }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int kMostSearched = 1000; ///< newest events among which one is looked for

    void buildTable();
    void buildLayout();
    void connectParts();
    void retranslate();
    void fitColumns();
    void restyleRows();
    void arrangeDetails();

    void followInstance();
    void mendTrouble();
    void applyFilter();
    void updateContents();
    void showTrouble(const Refusal &refusal);
    void say(const QString &text);
    void keepSortable();

    void findWanted();
    void leaveHiddenEvent();
    bool selectIn(int first, int last, const QString &id);
    void locate(const QString &id);
    void located(const QString &id, const Result<std::vector<FailoverEvent>> &events);
    void reselect();
    void showCurrent();
    void copySelected();
    void openMenu(const QPoint &at);

    InstanceDoor &m_instance;
    HistoryDoor &m_history;
    EventTableModel m_model;
    EventFeed *m_feed;
    EventFilterBar *m_bar = nullptr;
    EventExport *m_export = nullptr;
    Banner *m_trouble = nullptr;
    Banner *m_notice = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    QTableView *m_table = nullptr;
    ColumnFitter *m_columns = nullptr;
    QLabel *m_count = nullptr;
    EventDetails *m_details = nullptr;
    EmptyState *m_empty = nullptr;
    QAction *m_copy = nullptr;
    std::optional<QString> m_wanted; ///< an event to be shown; empty: the newest
    QString m_home;                  ///< whose history is shown
    bool m_started = false;
};

} // namespace qcc
