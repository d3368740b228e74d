// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/session_table_model.h"
#include "ui/base/clock.h"
#include "ui/base/instance_door.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace qcc {

class Banner;
class ColumnFitter;
class EmptyState;
class SessionFeed;

/// The conversations of Claude Code that are known now: where each goes, why, and by which hand it can be
/// moved. Asks only while it is seen. Main thread.
class SessionsView final : public QWidget
{
    Q_OBJECT
public:
    explicit SessionsView(InstanceDoor &instance, QWidget *parent = nullptr);

    void setClock(Clock clock);
    QTreeView *table() const { return m_table; }
    SessionFeed *feed() const { return m_feed; }
    /// Fills @p menu with where the chosen session can go.
    void fillMoveMenu(QMenu *menu);

Q_SIGNALS:
    void requestsWanted(const QByteArray &session);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    QLayout *makeButtons();
    void connectParts();
    void retranslate();
    void updateContents();
    void updateButtons();
    void showTrouble(const Refusal &refusal, bool unanswered);
    void showRequests();
    void openMenu(const QPoint &at);
    void move(const QString &config);
    const SessionSnapshot *chosen() const;

    InstanceDoor &m_instance;
    SessionTableModel m_model;
    SessionFeed *m_feed;
    Banner *m_trouble = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_table = nullptr;
    ColumnFitter *m_columns = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_requests = nullptr;
    QPushButton *m_free = nullptr;
    QPushButton *m_move = nullptr;
    QMenu *m_moveMenu = nullptr;
    bool m_unanswered = false; ///< what stands in the banner is why nothing is known; else it was put away
};

} // namespace qcc
