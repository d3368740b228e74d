// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <QAction>
#include <QMenu>

namespace qcc {

/// What can be done with the selected cards, as actions with keys and as a menu. Says what was chosen; main
/// thread.
class BoardActions final : public QObject
{
    Q_OBJECT
public:
    /// What the actions are offered for.
    struct Target
    {
        QStringList names;                ///< selected, in the order of the board
        std::optional<Priority> priority; ///< of the first
        bool singleIsActive = false;
        bool pinned = false; ///< something is
        bool reachable = true;
        bool canUndo = false;
        bool canRedo = false;
    };
    enum class Deed {
        Edit,
        CheckSelected,
        CheckAll,
        Remove,
        MoveUp,
        MoveDown,
        MoveLeft,
        MoveRight,
        Undo,
        Redo,
        Release,
        Add
    };

    /// The keys of cards work while one of @p lists has the focus, since buttons know Space and Enter too;
    /// the others anywhere on @p page.
    BoardActions(QWidget *page, const std::vector<QWidget *> &lists);

    void setTarget(const Target &target);
    void retranslate();
    QMenu *menu() { return &m_menu; }
    QMenu *switchMenu() { return &m_switchMenu; }
    QAction *action(Deed deed) const { return m_actions.at(deed); }
    QAction *moveAction(Priority priority) const { return m_moves.at(static_cast<size_t>(priority)); }

Q_SIGNALS:
    void chosen(qcc::BoardActions::Deed deed);
    void moveChosen(qcc::Priority target);
    void switchChosen(std::optional<qcc::seconds> pinFor);
    void switchMenuWanted();

private:
    enum class Reach { Lists, Page };
    void addAction(Deed deed, Reach reach, const QList<QKeySequence> &keys);
    void bind(QAction *action, Reach reach);
    void addSwitchActions();
    void addMoveActions();
    void fillMenu();
    void refresh();

    QWidget *m_page;
    std::vector<QWidget *> m_lists;
    QMenu m_menu;
    QMenu m_switchMenu;
    QMenu m_moveMenu;
    std::map<Deed, QAction *> m_actions;
    std::array<QAction *, 3> m_switches{};
    std::array<QAction *, kPriorities.size()> m_moves{};
    QAction *m_openSwitch = nullptr;
    Target m_target;
};

} // namespace qcc
