// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/toast.h"
#include "ui/board/board_page.h"
#include "ui/board/simulation_strip.h"
#include "ui/board/welcome_page.h"
#include "ui/charts/health_page.h"
#include "ui/editing/config_dialog.h"
#include "ui/history/history_page.h"
#include "ui/history/requests_page.h"
#include "ui/settings/import_flow.h"
#include "ui/settings/settings_page.h"
#include "ui/window/main_window.h"

#include <QStackedWidget>
#include <QTimer>

namespace qcc {

QWidget *MainWindow::makePage(Page page)
{
    switch (page) {
    case Page::Board:
        return makeBoard();
    case Page::Health: {
        auto *health = new HealthPage(m_instance, m_history);
        connect(health, &HealthPage::eventActivated, this, &MainWindow::openEvent);
        connect(health, &HealthPage::addRequested, this, [this] { editConfig(std::nullopt); });
        return health;
    }
    case Page::History:
        return makeHistory();
    case Page::Requests:
        return new RequestsPage(m_instance, m_history);
    case Page::Settings:
        break;
    }
    return new SettingsPage(m_instance, m_desktop, *m_claude);
}

QWidget *MainWindow::makeHistory()
{
    m_historyPage = new HistoryPage(m_instance, m_history);
    m_historyPage->showNewest();
    return m_historyPage;
}

QWidget *MainWindow::makeBoard()
{
    m_first = new QStackedWidget;
    m_board = new BoardPage(m_instance);
    m_first->addWidget(m_board);
    connect(m_board, &BoardPage::editRequested, this, [this](const QString &name) { editConfig(name); });
    connect(m_board, &BoardPage::addRequested, this,
            [this](Priority priority) { editConfig(std::nullopt, priority); });
    connect(m_board, &BoardPage::pauseRequested, this, &MainWindow::pauseAutomation);
    connect(m_board, &BoardPage::settingsRequested, this, [this] { showPage(Page::Settings); });
    connect(m_board, &BoardPage::historyRequested, this, [this] { showPage(Page::History); });
    m_board->setKnownKeyFile(m_desktop.preferences().toldAboutKeysIn);
    connect(m_board, &BoardPage::keyFileKnown, this, [this](const QString &file) {
        Preferences preferences = m_desktop.preferences();
        preferences.toldAboutKeysIn = file;
        m_desktop.setPreferences(preferences);
    });
    addClaude();
    auto *strip = new SimulationStrip(m_instance, m_desktop, m_board);
    m_board->setStrip(strip);
    chooseFirstPage();
    return m_first;
}

void MainWindow::addClaude()
{
    m_board->setClaude(*m_claude);
    const auto follow = [this] { m_board->setOffersClaude(!m_desktop.preferences().toldAboutClaude); };
    connect(&m_desktop, &DesktopDoor::preferencesChanged, m_board, follow);
    connect(m_board, &BoardPage::claudeOfferKnown, this, [this] {
        Preferences preferences = m_desktop.preferences();
        preferences.toldAboutClaude = true;
        m_desktop.setPreferences(preferences);
    });
    follow();
}

/// The welcome page while nothing is configured, else the board.
void MainWindow::chooseFirstPage()
{
    if (!m_first)
        return;
    const bool empty = m_instance.isReachable() && m_instance.settings().configs.empty();
    if (empty && m_first->count() == 1) {
        auto *welcome = new WelcomePage(m_instance, m_desktop);
        connect(welcome, &WelcomePage::addRequested, this,
                [this](Priority priority) { editConfig(std::nullopt, priority); });
        connect(welcome, &WelcomePage::importRequested, this, &MainWindow::askForImport);
        connect(welcome, &WelcomePage::importFromRequested, m_imports, &ImportFlow::readFrom);
        m_first->addWidget(welcome);
    }
    m_first->setCurrentIndex(empty ? 1 : 0);
    if (!m_focusGiven)
        QTimer::singleShot(0, this, &MainWindow::focusPage); // when the board knows too
}

void MainWindow::editConfig(const std::optional<QString> &name, std::optional<Priority> priority)
{
    comeForward();
    auto *dialog = new ConfigDialog(m_instance, name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (priority)
        dialog->proposePriority(*priority);
    dialog->open();
}

} // namespace qcc
