// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/board_model.h"
#include "ui/base/instance_door.h"

#include <deque>

namespace qcc {

/// Brings cards to other places, by drop and by key, and takes that back. Every wish is one command; wishes
/// by key that come faster than the answers wait their turn, since each builds on the order that the one
/// before has made. Knows no widget. Main thread.
class BoardArranger final : public QObject
{
    Q_OBJECT
public:
    enum class Step { Up, Down, BetterGroup, WorseGroup };
    static constexpr qsizetype kUndoLimit = 50;
    static constexpr size_t kWaitingLimit = 32;       ///< wishes that wait; more are not heard
    static constexpr milliseconds kSeenWithin{2'000}; ///< after the answer, an order that was asked for

    BoardArranger(InstanceDoor &door, BoardModel &model, QObject *parent = nullptr);

    void step(const QStringList &names, Step step);
    void moveTo(const QStringList &names, Priority target);
    void undo();
    void redo();
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    /// After the model has got new settings.
    void settingsSeen();

Q_SIGNALS:
    void arranged(const QString &text);   ///< done, may be undone
    void unarranged(const QString &text); ///< undone, may be done again
    void refused(const qcc::Refusal &refusal);
    void historyChanged();

private:
    enum class Kind { Do, Undo, Redo };

    void whenSettled(std::function<void()> wish);
    void proceed();
    void forget();
    void doStep(const QStringList &names, Step step);
    void submit(const ArrangeConfigs &command, Kind kind);
    void answered(const ArrangeConfigs &command, Kind kind, const Result<Done> &result);
    void remember(const ArrangeConfigs &command, Kind kind);
    bool isSettled() const { return m_open == 0 && !m_expected; }

    InstanceDoor &m_door;
    BoardModel &m_model;
    std::deque<ArrangeConfigs> m_done;
    std::deque<ArrangeConfigs> m_undone; ///< as they were done first
    std::deque<std::function<void()>> m_wishes;
    std::optional<BoardOrder> m_expected; ///< what was asked for and has not been seen yet
    QTimer m_patience;
    int m_open = 0; ///< questions without an answer
};

} // namespace qcc
