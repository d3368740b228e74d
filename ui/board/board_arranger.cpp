// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_arranger.h"

#include "ui/board/arrange_text.h"
#include "ui/board/board_text.h"

namespace qcc {

BoardArranger::BoardArranger(InstanceDoor &door, BoardModel &model, QObject *parent)
    : QObject(parent), m_door(door), m_model(model)
{
    connect(&model, &BoardModel::arrangeWanted, this,
            [this](const ArrangeConfigs &command) { submit(command, Kind::Do); });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_expected.reset();
        proceed();
    });
    connect(&door, &InstanceDoor::stateChanged, this, [this] {
        if (m_door.state().link == InstanceLink::Starting)
            forget();
    });
}

/// It may be another home that begins, with configs of the same names.
void BoardArranger::forget()
{
    m_done.clear();
    m_undone.clear();
    m_wishes.clear();
    m_expected.reset();
    Q_EMIT historyChanged();
}

void BoardArranger::step(const QStringList &names, Step step)
{
    whenSettled([this, names, step] { doStep(names, step); });
}

void BoardArranger::moveTo(const QStringList &names, Priority target)
{
    whenSettled([this, names, target] {
        m_model.arrange(names, target, m_model.rowCount(m_model.groupIndex(target)));
    });
}

void BoardArranger::doStep(const QStringList &names, Step step)
{
    const QModelIndex first = m_model.configIndex(names.value(0));
    if (!first.isValid())
        return;
    const QModelIndex group = first.parent();
    int top = first.row();
    int bottom = first.row();
    QStringList together; // a step inside a list is taken by the cards of one list
    for (const QString &name : names) {
        const QModelIndex index = m_model.configIndex(name);
        if (!index.isValid() || index.parent() != group)
            continue;
        together << name;
        top = std::min(top, index.row());
        bottom = std::max(bottom, index.row());
    }
    const auto priority = static_cast<Priority>(group.row());
    const int target = group.row() + (step == Step::BetterGroup ? -1 : 1);
    switch (step) {
    case Step::Up:
        m_model.arrange(together, priority, std::max(0, top - 1));
        return;
    case Step::Down:
        m_model.arrange(together, priority, std::min(m_model.rowCount(group), bottom + 2));
        return;
    case Step::BetterGroup:
    case Step::WorseGroup:
        if (target >= 0 && target < m_model.rowCount())
            moveTo(names, static_cast<Priority>(target));
        return;
    }
}

void BoardArranger::undo()
{
    whenSettled([this] {
        if (canUndo())
            submit({m_done.back().after, m_done.back().before}, Kind::Undo);
    });
}

void BoardArranger::redo()
{
    whenSettled([this] {
        if (canRedo())
            submit(m_undone.back(), Kind::Redo);
    });
}

void BoardArranger::whenSettled(std::function<void()> wish)
{
    if (m_wishes.size() < kWaitingLimit)
        m_wishes.push_back(std::move(wish));
    proceed();
}

void BoardArranger::proceed()
{
    while (isSettled() && !m_wishes.empty()) {
        const std::function<void()> wish = std::move(m_wishes.front());
        m_wishes.pop_front();
        wish();
    }
}

void BoardArranger::settingsSeen()
{
    if (m_expected && (m_open == 0 || m_model.order() == *m_expected))
        m_expected.reset();
    proceed();
}

void BoardArranger::submit(const ArrangeConfigs &command, Kind kind)
{
    m_expected = command.after;
    ++m_open;
    m_door.submit(command, [self = QPointer(this), command, kind](const Result<Done> &result) {
        if (self)
            self->answered(command, kind, result);
    });
}

void BoardArranger::answered(const ArrangeConfigs &command, Kind kind, const Result<Done> &result)
{
    --m_open;
    if (result) {
        if (m_model.order() == command.after)
            m_expected.reset();
        else // unless somebody else has changed it in the same moment
            m_patience.start(kSeenWithin);
        remember(command, kind);
        if (kind == Kind::Undo)
            Q_EMIT unarranged(BoardText::tr("The move is undone"));
        else
            Q_EMIT arranged(arrangedText(command));
    } else {
        m_expected.reset();
        m_wishes.clear();
        if (kind != Kind::Do) { // the board is another one since
            m_done.clear();
            m_undone.clear();
        }
        Q_EMIT refused(result.refusal());
    }
    Q_EMIT historyChanged();
    proceed();
}

void BoardArranger::remember(const ArrangeConfigs &command, Kind kind)
{
    switch (kind) {
    case Kind::Do:
        m_undone.clear();
        m_done.push_back(command);
        break;
    case Kind::Undo:
        m_undone.push_back({command.after, command.before});
        if (!m_done.empty())
            m_done.pop_back();
        return;
    case Kind::Redo:
        if (!m_undone.empty())
            m_undone.pop_back();
        m_done.push_back(command);
        break;
    }
    while (static_cast<qsizetype>(m_done.size()) > kUndoLimit)
        m_done.pop_front();
}

} // namespace qcc
