// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_page.h"

#include "models/text/decision_text.h"
#include "ui/base/empty_state.h"
#include "ui/base/grid.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/toast.h"
#include "ui/board/board_arranger.h"
#include "ui/board/board_columns.h"
#include "ui/board/board_commands.h"
#include "ui/board/board_header.h"
#include "ui/board/card_delegate.h"
#include "ui/board/claude_notices.h"
#include "ui/board/notice_strip.h"
#include "ui/board/simulation_strip.h"
#include "ui/board/why_panel.h"
#include "ui/claude/claude_switch.h"

#include <QScrollArea>
#include <QStackedWidget>

namespace qcc {

namespace {

constexpr std::chrono::seconds kTick{1};
constexpr int kWidest = 2000; ///< what a wider screen has too much goes to both sides

} // namespace

BoardPage::BoardPage(InstanceDoor &door, QWidget *parent)
    : QWidget(parent), m_door(door), m_model(new BoardModel(this)),
      m_arranger(new BoardArranger(door, *m_model, this)), m_commands(new BoardCommands(door, this)),
      m_delegate(new CardDelegate(this))
{
    const Clock clock = [this] { return m_clock(); };
    m_delegate->setClock(clock);
    m_header = new BoardHeader(clock, this);
    m_why = new WhyPanel(this);
    m_notices = new NoticeStrip(this);
    m_columns = new BoardColumns(*m_model, *m_delegate, this);
    m_actions = new BoardActions(this, m_columns->lists());
    m_empty = new EmptyState(Icon::Refresh, this);
    m_toast = new Toast(this);
    m_ticker.setInterval(kTick);
    build();
    connectDoor();
    connectHeader();
    connectColumns();
    connectActions();
    refresh();
}

void BoardPage::build()
{
    auto *scroller = new QScrollArea(this); // for windows that are lower than the lists' least heights
    scroller->setWidgetResizable(true);
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setFocusPolicy(Qt::NoFocus);
    scroller->viewport()->setAutoFillBackground(false);
    m_columns->setAutoFillBackground(false);
    scroller->setWidget(m_columns);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(scroller);
    m_stack->addWidget(m_empty);
    m_why->hide();
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    m_layout->setSpacing(grid::kMedium);
    m_layout->addWidget(m_header);
    m_layout->addWidget(m_why);
    m_layout->addWidget(m_notices);
    m_layout->addWidget(m_stack, 1);
}

void BoardPage::resizeEvent(QResizeEvent *event)
{
    const int side = std::max(grid::kLarge, (width() - kWidest) / 2);
    m_layout->setContentsMargins(side, grid::kLarge, side, grid::kLarge);
    QWidget::resizeEvent(event);
}

void BoardPage::connectDoor()
{
    connect(&m_door, &InstanceDoor::snapshotChanged, this, [this] {
        if (isVisible()) // else when it is shown
            refresh();
    });
    connect(&m_door, &InstanceDoor::stateChanged, this, &BoardPage::refresh);
    connect(&m_door, &InstanceDoor::settingsChanged, this, [this] {
        refresh();
        m_arranger->settingsSeen();
    });
    connect(m_arranger, &BoardArranger::arranged, this,
            [this](const QString &text) { sayWith(text, ToastAction::Undo); });
    connect(m_arranger, &BoardArranger::unarranged, this,
            [this](const QString &text) { sayWith(text, ToastAction::Redo); });
    connect(m_arranger, &BoardArranger::refused, this, &BoardPage::sayRefusal);
    connect(m_arranger, &BoardArranger::historyChanged, this, &BoardPage::refreshTarget);
    connect(m_commands, &BoardCommands::told, this, &BoardPage::say);
    connect(m_commands, &BoardCommands::refused, this, &BoardPage::sayRefusal);
    connect(m_toast, &Toast::actionTriggered, this, [this] {
        const ToastAction action = std::exchange(m_toastAction, ToastAction::None);
        if (action == ToastAction::Undo)
            m_arranger->undo();
        else if (action == ToastAction::Redo)
            m_arranger->redo();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_door.tryAgain(); });
    connect(&m_ticker, &QTimer::timeout, this, &BoardPage::refreshTexts);
}

void BoardPage::connectHeader()
{
    connect(m_header, &BoardHeader::whyWanted, m_why, &QWidget::setVisible);
    connect(m_header, &BoardHeader::whyWanted, this, &BoardPage::refreshTexts);
    connect(m_header, &BoardHeader::releaseWanted, m_commands, &BoardCommands::releasePin);
    connect(m_header, &BoardHeader::pauseWanted, this, &BoardPage::pauseRequested);
    connect(m_header, &BoardHeader::serveWanted, m_commands, &BoardCommands::serve);
    connect(m_why, &WhyPanel::historyWanted, this, &BoardPage::historyRequested);
    connect(m_why, &WhyPanel::closeWanted, this, [this] {
        m_why->hide();
        m_header->setWhyShown(false);
    });
    connect(m_notices, &NoticeStrip::actionTriggered, this, &BoardPage::performNotice);
    connect(m_notices, &NoticeStrip::dismissed, this, [this](const QString &id) {
        if (id == kPlainKeysNotice)
            Q_EMIT keyFileKnown(m_door.snapshot().plainKeyFile);
        else if (id == kOfferClaudeNotice)
            Q_EMIT claudeOfferKnown();
    });
}

void BoardPage::connectColumns()
{
    connect(m_columns, &BoardColumns::selectionChanged, this, &BoardPage::refreshTarget);
    connect(m_columns, &BoardColumns::activated, this, &BoardPage::editRequested);
    connect(m_columns, &BoardColumns::addWanted, this, &BoardPage::addRequested);
    connect(m_columns, &BoardColumns::enabledWanted, m_commands, &BoardCommands::setGroupEnabled);
    connect(m_columns, &BoardColumns::menuWanted, this, [this](const QPoint &at) {
        refreshTarget();
        m_actions->menu()->popup(at);
    });
}

void BoardPage::connectActions()
{
    connect(m_actions, &BoardActions::chosen, this, &BoardPage::perform);
    connect(m_actions, &BoardActions::moveChosen, this,
            [this](Priority target) { m_arranger->moveTo(m_columns->selectedNames(), target); });
    connect(m_actions, &BoardActions::switchChosen, this, [this](std::optional<seconds> pinFor) {
        if (const QStringList names = m_columns->selectedNames(); names.size() == 1)
            m_commands->switchTo(names.front(), pinFor);
    });
    connect(m_actions, &BoardActions::switchMenuWanted, this, &BoardPage::openSwitchMenu);
}

void BoardPage::setClock(Clock clock)
{
    m_clock = std::move(clock);
    refresh();
}

void BoardPage::setStrip(SimulationStrip *strip)
{
    m_layout->insertWidget(1, strip);
    strip->tabAfter(m_why->previousInFocusChain()); // the header's last
}

void BoardPage::setKnownKeyFile(const QString &file)
{
    m_knownKeyFile = file;
    refreshTexts();
}

void BoardPage::setClaude(ClaudeSwitch &claude)
{
    m_claude = &claude;
    m_header->setClaude(claude);
    connect(&claude, &ClaudeSwitch::changed, this, &BoardPage::refreshTexts);
    refreshTexts();
}

void BoardPage::setOffersClaude(bool offers)
{
    m_offersClaude = offers;
    refreshTexts();
}

void BoardPage::takeFocus()
{
    m_columns->panel(Priority::Primary)->list()->setFocus(Qt::OtherFocusReason);
}

void BoardPage::showWhy()
{
    m_why->show();
    m_header->setWhyShown(true);
    refreshTexts();
}

void BoardPage::refresh()
{
    m_columns->setState(m_door.settings(), m_door.snapshot(), m_clock());
    m_columns->setEnabled(m_door.isReachable());
    m_header->setState(m_door.state(), m_door.settings(), m_door.snapshot());
    refreshEmpty();
    refreshTexts();
    refreshTarget();
}

void BoardPage::refreshTexts()
{
    const TimePoint now = m_clock();
    const ProxySnapshot &snapshot = m_door.snapshot();
    const std::vector<BoardNotice> notices = noticesAt(now);
    m_header->tick();
    m_notices->setNotices(notices);
    if (m_why->isVisibleTo(this))
        m_why->setSentences(sentences(snapshot.failover.standing, now));
    const bool moves =
        m_header->holdsCountdown() || m_why->isVisibleTo(this) || notices != noticesAt(now + kTick);
    if (!isVisible() || !moves)
        m_ticker.stop();
    else if (!m_ticker.isActive())
        m_ticker.start();
}

std::vector<BoardNotice> BoardPage::noticesAt(TimePoint now) const
{
    const ProxySnapshot &snapshot = m_door.snapshot();
    std::vector<BoardNotice> notices = noticesOf(m_door.state(), snapshot, now);
    if (snapshot.plainKeyFile == m_knownKeyFile)
        std::erase_if(notices, [](const BoardNotice &notice) { return notice.id == kPlainKeysNotice; });
    if (m_claude) {
        const bool offers = m_offersClaude && !m_door.settings().configs.empty();
        const std::vector<BoardNotice> more = claudeNotices(*m_claude, offers);
        const auto least = std::ranges::find(notices, kPlainKeysNotice, &BoardNotice::id);
        notices.insert(least, more.begin(), more.end());
    }
    return notices;
}

void BoardPage::refreshTarget()
{
    BoardActions::Target target;
    target.names = m_columns->selectedNames();
    target.priority = m_door.settings().groups.priorityOf(target.names.value(0));
    target.singleIsActive = target.names == QStringList{m_door.snapshot().activeConfig};
    target.pinned = m_door.snapshot().failover.pinned;
    target.reachable = m_door.isReachable();
    target.canUndo = m_arranger->canUndo();
    target.canRedo = m_arranger->canRedo();
    m_actions->setTarget(target);
}

void BoardPage::refreshEmpty()
{
    const InstanceLink link = m_door.state().link;
    const bool known = !m_door.settings().configs.empty();
    const bool starting = link == InstanceLink::Starting && !known;
    const bool failed = (link == InstanceLink::Failed || link == InstanceLink::Lost) && !known;
    m_stack->setCurrentIndex(starting || failed ? 1 : 0);
    m_empty->setIcon(failed ? Icon::Warning : Icon::Refresh);
    m_empty->setTitle(failed ? tr("Your configs can't be shown") : tr("Starting…"));
    m_empty->setText(
        failed ? tr("They are not lost: they lie in files, and are shown as soon as the proxy runs.")
               : tr("Your configs are here in a moment."));
    m_empty->setActions({});
}

void BoardPage::perform(BoardActions::Deed deed)
{
    using Deed = BoardActions::Deed;
    const QStringList names = m_columns->selectedNames();
    switch (deed) {
    case Deed::Edit:
        Q_EMIT editRequested(names.value(0));
        return;
    case Deed::CheckSelected:
        m_commands->check(names.size() == 1 ? names.front() : QString());
        return;
    case Deed::CheckAll:
        m_commands->check({});
        return;
    case Deed::Remove:
        askToRemove(names);
        return;
    case Deed::MoveUp:
        m_arranger->step(names, BoardArranger::Step::Up);
        return;
    case Deed::MoveDown:
        m_arranger->step(names, BoardArranger::Step::Down);
        return;
    case Deed::MoveLeft:
        m_arranger->step(names, BoardArranger::Step::BetterGroup);
        return;
    case Deed::MoveRight:
        m_arranger->step(names, BoardArranger::Step::WorseGroup);
        return;
    case Deed::Undo:
        m_arranger->undo();
        return;
    case Deed::Redo:
        m_arranger->redo();
        return;
    case Deed::Release:
        m_commands->releasePin();
        return;
    case Deed::Add:
        Q_EMIT addRequested(m_door.settings().groups.priorityOf(names.value(0)).value_or(Priority::Primary));
        return;
    }
    Q_UNREACHABLE();
}

} // namespace qcc
