// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_actions.h"

#include "models/text/group_text.h"
#include "ui/base/icons.h"

namespace qcc {

namespace {

constexpr std::array<std::optional<seconds>, 3> kPins{std::nullopt, std::chrono::hours(1),
                                                      std::chrono::hours(4)};

} // namespace

BoardActions::BoardActions(QWidget *page, const std::vector<QWidget *> &lists)
    : QObject(page), m_page(page), m_lists(lists), m_menu(page), m_switchMenu(page), m_moveMenu(page)
{
    addAction(Deed::Edit, Reach::Lists, {Qt::Key_Return, Qt::Key_Enter});
    addAction(Deed::CheckSelected, Reach::Lists, {Qt::Key_F5});
    addAction(Deed::CheckAll, Reach::Page, {Qt::SHIFT | Qt::Key_F5});
    addAction(Deed::Remove, Reach::Lists, {Qt::Key_Delete});
    addAction(Deed::MoveUp, Reach::Lists, {Qt::ALT | Qt::Key_Up});
    addAction(Deed::MoveDown, Reach::Lists, {Qt::ALT | Qt::Key_Down});
    addAction(Deed::MoveLeft, Reach::Lists, {Qt::ALT | Qt::Key_Left});
    addAction(Deed::MoveRight, Reach::Lists, {Qt::ALT | Qt::Key_Right});
    addAction(Deed::Undo, Reach::Page, {Qt::CTRL | Qt::Key_Z});
    addAction(Deed::Redo, Reach::Page, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    addAction(Deed::Release, Reach::Page, {});
    addAction(Deed::Add, Reach::Lists, {Qt::Key_Insert});
    addSwitchActions();
    addMoveActions();
    fillMenu();
    retranslate();
}

void BoardActions::bind(QAction *action, Reach reach)
{
    if (reach == Reach::Page) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_page->addAction(action);
        return;
    }
    action->setShortcutContext(Qt::WidgetShortcut);
    for (QWidget *list : m_lists)
        list->addAction(action);
}

void BoardActions::addAction(Deed deed, Reach reach, const QList<QKeySequence> &keys)
{
    auto *made = new QAction(this);
    made->setShortcuts(keys);
    bind(made, reach);
    connect(made, &QAction::triggered, this, [this, deed] { Q_EMIT chosen(deed); });
    m_actions[deed] = made;
}

void BoardActions::addSwitchActions()
{
    for (size_t i = 0; i < kPins.size(); ++i) {
        m_switches.at(i) = m_switchMenu.addAction(QString());
        connect(m_switches.at(i), &QAction::triggered, this, [this, i] { Q_EMIT switchChosen(kPins.at(i)); });
    }
    m_openSwitch = new QAction(this);
    m_openSwitch->setShortcut(Qt::Key_Space);
    bind(m_openSwitch, Reach::Lists);
    connect(m_openSwitch, &QAction::triggered, this, &BoardActions::switchMenuWanted);
}

void BoardActions::addMoveActions()
{
    for (const Priority priority : kPriorities) {
        QAction *move = m_moveMenu.addAction(QString());
        m_moves.at(static_cast<size_t>(priority)) = move;
        connect(move, &QAction::triggered, this, [this, priority] { Q_EMIT moveChosen(priority); });
    }
    m_moves[0]->setIcon(icon(Icon::Primary));
    m_moves[1]->setIcon(icon(Icon::Secondary));
    m_moves[2]->setIcon(icon(Icon::Fallback));
    m_moves[3]->setIcon(icon(Icon::Disabled));
}

void BoardActions::fillMenu()
{
    const auto add = [this](Deed deed, Icon which) {
        action(deed)->setIcon(icon(which));
        m_menu.addAction(action(deed));
    };
    m_switchMenu.setIcon(icon(Icon::Manual));
    m_menu.addMenu(&m_switchMenu);
    add(Deed::Release, Icon::Unpin);
    m_menu.addSeparator();
    add(Deed::Edit, Icon::Edit);
    add(Deed::CheckSelected, Icon::Test);
    m_menu.addSeparator();
    add(Deed::MoveUp, Icon::Up);
    add(Deed::MoveDown, Icon::Down);
    m_menu.addMenu(&m_moveMenu);
    m_menu.addSeparator();
    add(Deed::Remove, Icon::Remove);
    m_menu.addSeparator();
    add(Deed::Add, Icon::Add);
    add(Deed::CheckAll, Icon::Refresh);
    add(Deed::Undo, Icon::Undo);
    m_menu.addAction(action(Deed::Redo));
}

void BoardActions::setTarget(const Target &target)
{
    m_target = target;
    refresh();
}

void BoardActions::refresh()
{
    const bool some = !m_target.names.isEmpty();
    const bool one = m_target.names.size() == 1;
    const bool here = m_target.reachable;
    const Priority priority = m_target.priority.value_or(Priority::Primary);
    for (const Deed deed : {Deed::CheckSelected, Deed::Remove, Deed::MoveUp, Deed::MoveDown}) {
        action(deed)->setEnabled(some && here);
        action(deed)->setVisible(some);
    }
    action(Deed::Edit)->setEnabled(one && here);
    action(Deed::Edit)->setVisible(some);
    action(Deed::MoveLeft)->setEnabled(some && here && priority != Priority::Primary);
    action(Deed::MoveRight)->setEnabled(some && here && priority != Priority::Disabled);
    action(Deed::CheckAll)->setEnabled(here);
    action(Deed::Add)->setEnabled(here);
    action(Deed::Undo)->setEnabled(here && m_target.canUndo);
    action(Deed::Redo)->setEnabled(here && m_target.canRedo);
    action(Deed::Release)->setEnabled(here && m_target.pinned);
    action(Deed::Release)->setVisible(m_target.pinned);
    const bool maySwitch = one && here && priority != Priority::Disabled;
    m_switchMenu.menuAction()->setEnabled(maySwitch);
    m_switchMenu.menuAction()->setVisible(some);
    m_openSwitch->setEnabled(maySwitch);
    m_moveMenu.menuAction()->setEnabled(some && here);
    m_moveMenu.menuAction()->setVisible(some);
    for (const Priority target : kPriorities)
        moveAction(target)->setEnabled(target != priority || m_target.names.size() > 1);
    m_switchMenu.setTitle(m_target.singleIsActive ? tr("Stay with this config")
                                                  : tr("Switch to this config"));
}

void BoardActions::retranslate()
{
    action(Deed::Edit)->setText(tr("Edit…"));
    action(Deed::CheckSelected)->setText(tr("Check now"));
    action(Deed::CheckAll)->setText(tr("Check all now"));
    action(Deed::Remove)->setText(tr("Remove…"));
    action(Deed::MoveUp)->setText(tr("Move up"));
    action(Deed::MoveDown)->setText(tr("Move down"));
    action(Deed::MoveLeft)->setText(tr("Move to the better group"));
    action(Deed::MoveRight)->setText(tr("Move to the next group"));
    action(Deed::Undo)->setText(tr("Undo move"));
    action(Deed::Redo)->setText(tr("Redo move"));
    action(Deed::Release)->setText(tr("Release pin"));
    action(Deed::Add)->setText(tr("Add config…"));
    m_switches[0]->setText(tr("Until released"));
    m_switches[1]->setText(tr("For 1 hour"));
    m_switches[2]->setText(tr("For 4 hours"));
    m_moveMenu.setTitle(tr("Move to"));
    for (const Priority priority : kPriorities)
        moveAction(priority)->setText(groupName(priority));
    refresh();
}

} // namespace qcc
