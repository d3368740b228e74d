// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/request_search_model.h"
#include "models/items/request_tree_model.h"
#include "ui/base/history_door.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace qcc {

class Banner;
class ColumnFitter;
class EmptyState;
class RequestFeed;
class RequestFilterBar;
class SegmentedControl;
class SessionsView;

/// The last requests as they end: who served each, after which attempts; and the sessions that they belong
/// to. The list stands still while it is paused, scrolled down or hidden. Knows the doors and its own parts.
/// Main thread.
class RequestsPage final : public QWidget
{
    Q_OBJECT
public:
    enum class View { Requests, Sessions };

    RequestsPage(InstanceDoor &instance, HistoryDoor &history, QWidget *parent = nullptr);

    void showView(View view);
    SessionsView *sessions() const { return m_sessions; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTree();
    void buildLayout();
    QWidget *makeList();
    void showRequestsOf(const QByteArray &session);
    void connectParts();
    void retranslate();
    void fitColumns();
    void followInstance();
    void mendTrouble();
    void updateContents();
    void updateEmpty();
    void updateHold();
    void showMissed();
    void showTrouble(const Refusal &refusal);
    void toTop();
    void pressed(const QString &action);
    void copySelected();
    void openMenu(const QPoint &at);
    bool isScrolled() const;
    QString connectLine() const;

    InstanceDoor &m_instance;
    RequestTreeModel m_model;
    RequestSearchModel m_search;
    RequestFeed *m_feed;
    RequestFilterBar *m_bar = nullptr;
    SegmentedControl *m_choice = nullptr; ///< requests or sessions
    QStackedWidget *m_views = nullptr;
    SessionsView *m_sessions = nullptr;
    Banner *m_trouble = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_tree = nullptr;
    ColumnFitter *m_columns = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_missed = nullptr;
    EmptyState *m_empty = nullptr;
    QAction *m_copy = nullptr;
    QString m_home; ///< whose requests are shown
};

} // namespace qcc
