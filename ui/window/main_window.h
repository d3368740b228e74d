// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/claude_door.h"
#include "ui/base/desktop_door.h"
#include "ui/base/history_door.h"
#include "ui/window/pages.h"

#include <QMainWindow>

#include <map>

class QStackedWidget;

namespace qcc {

class BoardPage;
class ClaudeDialog;
class ClaudeSwitch;
class HistoryPage;
class ImportFlow;
class NavigationBar;
class Toast;

/// The frame around the pages: navigation, dialogs, closing, geometry. A page is made when it is first shown.
/// Knows nothing of how an instance runs. Main thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(InstanceDoor &instance, HistoryDoor &history, DesktopDoor &desktop, ClaudeDoor &claude,
               QWidget *parent = nullptr);

    /// With the geometry and the page of last time.
    void restore();
    Page page() const { return m_page; }
    void showPage(Page page);
    /// Raises the window on the board with the explanation of how things stand.
    void showWhy();
    /// Raises the window with the dialog about Claude Code's settings.
    void showClaude();
    /// The one that head, settings and tray share.
    ClaudeSwitch &claudeSwitch() { return *m_claude; }
    /// Opens the history at one event.
    void openEvent(const QString &eventId);
    void comeForward();
    /// Hides it if it is in front, else brings it there.
    void toggle();
    void setTrayShown(bool shown);
    /// Neither hides nor minimises any more: the program ends. Open dialogs and menus go.
    void setEnding();
    /// Whether a person can see it: not hidden, not minimised.
    bool isSeen() const { return m_seen; }
    /// Switches automatic failover and recovery off, or back to what they were.
    void pauseAutomation(bool pause);
    /// Geometry and page, into the preferences.
    void remember();
    void tellFailure(const Refusal &refusal);
    /// Raises the window and shows what a file or a link would bring; once the instance is there.
    void openImport(const QUrl &url);
    void editConfig(const std::optional<QString> &name, std::optional<Priority> priority = std::nullopt);

Q_SIGNALS:
    /// Whether a person can see it: not hidden, not minimised.
    void seenChanged(bool seen);
    /// Closed into the tray; @p first: a person was never told that it goes on there.
    void hiddenToTray(bool first);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *pageWidget(Page page);
    QWidget *makePage(Page page);
    QWidget *makeBoard();
    void addClaude();
    QWidget *makeHistory();
    void addActions();
    void chooseFirstPage();
    void focusPage();
    void tellSeen();
    void minimiseInstead();
    void retranslate();
    void addImport();
    void askForImport();
    void openPendingImport();

    InstanceDoor &m_instance;
    HistoryDoor &m_history;
    DesktopDoor &m_desktop;
    ClaudeSwitch *m_claude;
    NavigationBar *m_navigation;
    QStackedWidget *m_stack;
    QStackedWidget *m_first = nullptr; ///< the board, or the welcome page while nothing is configured
    BoardPage *m_board = nullptr;
    HistoryPage *m_historyPage = nullptr;
    Toast *m_toast = nullptr;
    ImportFlow *m_imports = nullptr;
    std::optional<QUrl> m_pendingImport; ///< waits for the instance
    QPointer<ClaudeDialog> m_claudeDialog;
    std::map<Page, QWidget *> m_pages;
    Page m_page = Page::Board;
    bool m_trayShown = false;
    bool m_seen = false;
    bool m_focusGiven = false; ///< to the page that is shown first
    bool m_ending = false;
};

} // namespace qcc
