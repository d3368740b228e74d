// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "models/domain/policy.h"
#include "ui/base/grid.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/toast.h"
#include "ui/board/board_page.h"
#include "ui/claude/claude_dialog.h"
#include "ui/history/history_page.h"
#include "ui/window/closing_rule.h"
#include "ui/window/navigation_bar.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QWindow>

namespace qcc {

namespace {

constexpr QSize kSmallest{720, 480};
constexpr QSize kFirstSize{1160, 760};
constexpr int kFoldBelow = 940; ///< the navigation's names give way below this width

} // namespace

MainWindow::MainWindow(InstanceDoor &instance, HistoryDoor &history, DesktopDoor &desktop, ClaudeDoor &claude,
                       QWidget *parent)
    : QMainWindow(parent), m_instance(instance), m_history(history), m_desktop(desktop),
      m_claude(new ClaudeSwitch(instance, desktop, claude, this)), m_navigation(new NavigationBar),
      m_stack(new QStackedWidget)
{
    setWindowIcon(applicationIcon());
    setMinimumSize(kSmallest);
    auto *frame = new QWidget;
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    setCentralWidget(frame);
    m_toast = new Toast(m_stack);
    connect(m_navigation, &NavigationBar::pageChosen, this, &MainWindow::showPage);
    connect(&m_instance, &InstanceDoor::settingsChanged, this, &MainWindow::chooseFirstPage);
    connect(&m_instance, &InstanceDoor::stateChanged, this, &MainWindow::chooseFirstPage);
    connect(&m_desktop, &DesktopDoor::preferencesNotSaved, this, &MainWindow::tellFailure);
    connect(m_claude, &ClaudeSwitch::detailsWanted, this, &MainWindow::showClaude);
    addActions();
    addImport();
    retranslate();
    showPage(Page::Board);
}

void MainWindow::addActions()
{
    for (const Page page : kPages) {
        const QKeySequence keys(Qt::CTRL | (Qt::Key_1 + static_cast<int>(page)));
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, page] { showPage(page); });
    }
    connect(new QShortcut(Qt::CTRL | Qt::Key_Q, this), &QShortcut::activated, &m_desktop, &DesktopDoor::quit);
    connect(new QShortcut(Qt::CTRL | Qt::Key_W, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(Qt::CTRL | Qt::Key_N, this), &QShortcut::activated, this,
            [this] { editConfig(std::nullopt); });
}

void MainWindow::restore()
{
    const Preferences &preferences = m_desktop.preferences();
    if (preferences.windowGeometry.isEmpty() || !restoreGeometry(preferences.windowGeometry))
        resize(kFirstSize);
    showPage(pageFromWord(preferences.page));
}

void MainWindow::remember()
{
    Preferences preferences = m_desktop.preferences();
    preferences.windowGeometry = saveGeometry();
    preferences.page = toWord(m_page);
    m_desktop.setPreferences(preferences);
}

void MainWindow::showPage(Page page)
{
    m_page = page;
    m_navigation->setCurrent(page);
    m_stack->setCurrentWidget(pageWidget(page));
    setWindowTitle(page == Page::Board ? QStringLiteral("QCC") : tr("%1 – QCC").arg(pageTitle(page)));
}

QWidget *MainWindow::pageWidget(Page page)
{
    QWidget *&widget = m_pages[page];
    if (!widget) {
        widget = makePage(page);
        m_stack->addWidget(widget);
        m_toast->raise();
    }
    return widget;
}

void MainWindow::showWhy()
{
    showPage(Page::Board);
    comeForward();
    m_board->showWhy();
}

void MainWindow::showClaude()
{
    comeForward();
    m_claude->lookAgain();
    if (!m_claudeDialog)
        m_claudeDialog = new ClaudeDialog(*m_claude, this);
    m_claudeDialog->open();
}

void MainWindow::openEvent(const QString &eventId)
{
    showPage(Page::History);
    comeForward();
    m_historyPage->showEvent(eventId);
}

void MainWindow::comeForward()
{
    if (isMinimized())
        showNormal();
    else
        show();
    raise();
    activateWindow();
}

void MainWindow::toggle()
{
    if (!isVisible() || isMinimized() || !isActiveWindow() || !m_trayShown)
        return comeForward();
    remember();
    hide(); // not close(): that may mean to quit
}

void MainWindow::setEnding()
{
    m_ending = true;
    while (QWidget *popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->hide();
}

void MainWindow::setTrayShown(bool shown)
{
    m_trayShown = shown;
    if (!shown && !isVisible() && !m_ending)
        showMinimized(); // it would be hidden where nobody finds it
}

void MainWindow::pauseAutomation(bool pause)
{
    const FailoverPolicy &policy = m_instance.settings().policy;
    if (policy.autoFailoverEnabled != pause)
        return; // it is so already; what was before the pause is remembered
    PolicyPatch patch;
    patch.autoFailoverEnabled = !pause;
    patch.autoRecoveryEnabled = pause ? std::optional(false) : m_desktop.preferences().recoveryBeforePause;
    const std::optional<bool> before = pause ? std::optional(policy.autoRecoveryEnabled) : std::nullopt;
    m_instance.submit(EditPolicy{patch}, [self = QPointer(this), before](const Result<Done> &done) {
        if (!self)
            return;
        if (!done)
            return self->tellFailure(done.refusal());
        Preferences preferences = self->m_desktop.preferences();
        preferences.recoveryBeforePause = before;
        self->m_desktop.setPreferences(preferences);
    });
}

void MainWindow::tellFailure(const Refusal &refusal)
{
    m_toast->showMessage(refusalSentence(refusal));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    if (m_ending)
        return QMainWindow::closeEvent(event);
    event->ignore();
    Preferences preferences = m_desktop.preferences();
    switch (closingOf(preferences, m_trayShown)) {
    case Closing::Hide:
        hide();
        Q_EMIT hiddenToTray(!std::exchange(preferences.toldAboutTray, true));
        m_desktop.setPreferences(preferences);
        return;
    case Closing::Minimise:
        return minimiseInstead();
    case Closing::Quit:
        return m_desktop.quit();
    }
}

/// There is no tray to be found in: the window stays in the task bar, and says so once.
void MainWindow::minimiseInstead()
{
    if (m_desktop.preferences().toldAboutNoTray)
        return showMinimized();
    auto *box =
        new QMessageBox(QMessageBox::Information, tr("QCC keeps running"),
                        tr("This desktop has no tray, so QCC stays in the task bar and the proxy goes on "
                           "working. Quit with Ctrl+Q."),
                        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *quit = box->addButton(tr("Quit QCC"), QMessageBox::DestructiveRole);
    QPushButton *minimise = box->addButton(tr("Minimise"), QMessageBox::AcceptRole);
    box->setDefaultButton(minimise);
    box->setEscapeButton(minimise);
    connect(box, &QMessageBox::finished, this, [this, box, quit] {
        if (box->clickedButton() == quit)
            return m_desktop.quit();
        Preferences preferences = m_desktop.preferences();
        preferences.toldAboutNoTray = true;
        m_desktop.setPreferences(preferences);
        showMinimized();
    });
    box->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::WindowStateChange)
        tellSeen();
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_navigation->setExpanded(width() >= kFoldBelow);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    tellSeen();
    QTimer::singleShot(0, this, &MainWindow::focusPage); // when its page is ready
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    tellSeen();
}

/// Keys work at once on the page that is shown first, unless somebody has gone elsewhere already.
void MainWindow::focusPage()
{
    const QWidget *now = focusWidget();
    const bool isUntouched = !now || m_navigation->isAncestorOf(now) || !now->isVisible();
    if (m_focusGiven || !isUntouched || !isVisible() || !m_instance.isReachable())
        return;
    m_focusGiven = true;
    QWidget *page = m_page == Page::Board ? m_first->currentWidget() : m_stack->currentWidget();
    if (page == m_board)
        return m_board->takeFocus();
    for (QWidget *next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        const bool takesKeys = next->focusPolicy() & Qt::TabFocus && next->isEnabled();
        if (takesKeys && page->isAncestorOf(next) && next->isVisible())
            return next->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::tellSeen()
{
    const bool seen = isVisible() && !isMinimized();
    if (std::exchange(m_seen, seen) != seen)
        Q_EMIT seenChanged(seen);
}

void MainWindow::retranslate()
{
    setLocale(QLocale()); // how the fields of all pages write numbers and dates
    setWindowTitle(m_page == Page::Board ? QStringLiteral("QCC") : tr("%1 – QCC").arg(pageTitle(m_page)));
}

} // namespace qcc
