// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/clock.h"
#include "ui/base/instance_door.h"
#include "ui/board/board_actions.h"
#include "ui/board/board_notices.h"
#include "ui/claude/claude_switch.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace qcc {

class BoardArranger;
class BoardColumns;
class BoardCommands;
class BoardHeader;
class BoardModel;
class CardDelegate;
class EmptyState;
class NoticeStrip;
class SimulationStrip;
class Toast;
class WhyPanel;

/// The application's first page: how things are, and the configs in their groups. Shows what the door says
/// and passes wishes to it; what other pages or dialogs do is asked for by signals. Main thread.
class BoardPage final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardPage(InstanceDoor &door, QWidget *parent = nullptr);

    /// For tests: another clock than the wall's.
    void setClock(Clock clock);
    /// Between head and lists; the page owns it.
    void setStrip(SimulationStrip *strip);
    void showWhy();
    /// To where the arrow keys reach the cards.
    void takeFocus();
    /// Of that plain file of keys a person knows: no banner tells of it.
    void setKnownKeyFile(const QString &file);
    /// Shows its switch, and what stands in its way.
    void setClaude(ClaudeSwitch &claude);
    /// Whether a newcomer is offered that switch as the next step.
    void setOffersClaude(bool offers);
    /// At the bottom of the page, for a moment.
    void say(const QString &text);

    BoardHeader *header() const { return m_header; }
    BoardColumns *columns() const { return m_columns; }
    BoardActions *actionsOfCards() const { return m_actions; }
    bool ticks() const { return m_ticker.isActive(); }

Q_SIGNALS:
    void editRequested(const QString &config);
    void addRequested(qcc::Priority priority);
    void pauseRequested(bool paused);
    void settingsRequested(); ///< of the proxy's address
    void historyRequested();
    void keyFileKnown(const QString &file); ///< its banner was put away
    void claudeOfferKnown();                ///< likewise, or it was taken

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class ToastAction { None, Undo, Redo };

    void build();
    void connectDoor();
    void connectHeader();
    void connectColumns();
    void connectActions();
    void refresh();
    void refreshTexts();
    void refreshTarget();
    void refreshEmpty();
    std::vector<BoardNotice> noticesAt(TimePoint now) const;
    void retranslate();
    void perform(BoardActions::Deed deed);
    void performClaude(const QString &action);
    void performNotice(const QString &action, const QString &config);
    void askToRemove(const QStringList &configs);
    void openSwitchMenu();
    void sayWith(const QString &text, ToastAction action);
    void sayRefusal(const Refusal &refusal);

    InstanceDoor &m_door;
    Clock m_clock = wallClock;
    BoardModel *m_model = nullptr;
    BoardArranger *m_arranger = nullptr;
    BoardCommands *m_commands = nullptr;
    CardDelegate *m_delegate = nullptr;
    BoardActions *m_actions = nullptr;
    BoardHeader *m_header = nullptr;
    NoticeStrip *m_notices = nullptr;
    WhyPanel *m_why = nullptr;
    BoardColumns *m_columns = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_layout = nullptr;
    Toast *m_toast = nullptr;
    QPointer<ClaudeSwitch> m_claude;
    bool m_offersClaude = false;
    QString m_knownKeyFile;
    ToastAction m_toastAction = ToastAction::None;
    QTimer m_ticker;
};

} // namespace qcc
