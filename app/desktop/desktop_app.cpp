// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_app.h"

#include "app/desktop/desktop_notices.h"
#include "app/headless/demo.h"
#include "app/headless/signal_watch.h"
#include "app/store/home.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/style.h"
#include "ui/claude/claude_switch.h"
#include "ui/tray/tray.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFileOpenEvent>
#include <QMessageBox>
#include <QSessionManager>

namespace qcc {

DesktopApp::DesktopApp(const QString &home, const DesktopOptions &options, SingleWindow &single)
    : m_ownHome(home), m_options(options), m_simulationWanted(options.simulation),
      m_services(home, m_session), m_claude(m_session, m_services, claudePlaces(home)),
      m_language(options.language.value_or(systemLanguage())), m_signals(std::make_unique<SignalWatch>())
{
    connect(&single, &SingleWindow::startedAgain, this, &DesktopApp::startedAgain);
    connect(m_signals.get(), &SignalWatch::stopAsked, this, &DesktopApp::end);
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, [this] {
        if (m_window)
            m_window->remember(); // the session's manager ends us: nothing is asked, nothing is lost
    });
    connect(&m_session, &InstanceSession::closed, this, &DesktopApp::sessionClosed);
    qApp->installEventFilter(this);
}

DesktopApp::~DesktopApp() = default;

void DesktopApp::start()
{
    const Result<Done> loaded = m_services.load();
    m_services.setAddressTold(!m_options.listenHost.isEmpty());
    connectPreferences();
    applyPreferences();
    openHome();
    m_window = std::make_unique<MainWindow>(m_session, m_history, m_services, m_claude);
    m_tray = std::make_unique<Tray>(m_session, m_services);
    m_noticeDesk = std::make_unique<NoticeDesk>(m_session, m_services);
    m_notices = std::make_unique<DesktopNotices>(*m_noticeDesk, *m_tray);
    connectWindow();
    connectTray();
    connectClaude();
    m_window->restore();
    if (!m_options.page.isEmpty())
        m_window->showPage(pageFromWord(m_options.page));
    if (m_options.hidden)
        m_session.setPace(InstanceSession::kHiddenPace);
    else
        m_window->show();
    if (!m_options.open.isEmpty())
        Q_EMIT m_services.importLinkOpened(m_options.open);
    m_systemTheme.start();
    m_claude.start();
    if (!loaded)
        tellFailure(loaded.refusal());
    if (m_simulationTrouble)
        tellFailure(*m_simulationTrouble);
}

void DesktopApp::connectPreferences()
{
    connect(&m_services, &DesktopDoor::preferencesChanged, this, &DesktopApp::applyPreferences);
    connect(&m_systemTheme, &SystemTheme::changed, this, &DesktopApp::applyPreferences);
    connect(&m_services, &DesktopServices::quitWanted, this, &DesktopApp::quit);
    connect(&m_services, &DesktopServices::simulationWanted, this, &DesktopApp::showSimulation);
    connect(&m_services, &DesktopServices::breakWanted, this, [this](const QString &config, bool broken) {
        if (m_demo)
            m_demo->setBroken(config, broken);
    });
    connect(&m_session, &InstanceSession::servingChosen, this, [this](bool on) {
        Preferences preferences = m_services.preferences();
        preferences.serveAtStart = on;
        m_services.setPreferences(preferences);
    });
    connect(&m_session, &InstanceSession::addressChosen, this, [this](const QString &host, quint16 port) {
        Preferences preferences = m_services.preferences();
        preferences.listenHost = host;
        preferences.listenPort = port;
        m_services.setAddressTold(false); // from now on the person's
        m_services.setPreferences(preferences);
    });
}

void DesktopApp::connectWindow()
{
    connect(m_window.get(), &MainWindow::seenChanged, this, [this](bool seen) {
        m_session.setPace(seen ? InstanceSession::kShownPace : InstanceSession::kHiddenPace);
    });
    connect(m_window.get(), &MainWindow::hiddenToTray, this, &DesktopApp::hiddenToTray);
}

void DesktopApp::connectTray()
{
    connect(m_tray.get(), &Tray::availabilityChanged, m_window.get(), &MainWindow::setTrayShown);
    connect(m_tray.get(), &Tray::activated, m_window.get(), &MainWindow::toggle);
    connect(m_tray.get(), &Tray::openRequested, m_window.get(), &MainWindow::comeForward);
    connect(m_tray.get(), &Tray::moreRequested, m_window.get(), [window = m_window.get()] {
        window->showPage(Page::Board);
        window->comeForward();
    });
    connect(m_tray.get(), &Tray::pauseRequested, m_window.get(), &MainWindow::pauseAutomation);
    connect(m_tray.get(), &Tray::quitRequested, this, &DesktopApp::quit);
    connect(m_tray.get(), &Tray::whyRequested, m_window.get(), &MainWindow::showWhy);
    connect(m_tray.get(), &Tray::refused, this, &DesktopApp::tellFailure);
    connect(m_tray.get(), &Tray::languageChanged, m_noticeDesk.get(), &NoticeDesk::retranslate);
    connect(m_noticeDesk.get(), &NoticeDesk::openRequested, m_window.get(), &MainWindow::comeForward);
    connect(m_noticeDesk.get(), &NoticeDesk::whyRequested, m_window.get(), &MainWindow::showWhy);
    connect(m_noticeDesk.get(), &NoticeDesk::pauseRequested, m_window.get(), &MainWindow::pauseAutomation);
    connect(m_noticeDesk.get(), &NoticeDesk::refused, this, &DesktopApp::tellFailure);
    connect(&m_services, &DesktopServices::testWanted, m_notices.get(), &DesktopNotices::showTest);
}

void DesktopApp::connectClaude()
{
    m_tray->setClaude(m_window->claudeSwitch());
    connect(&m_window->claudeSwitch(), &ClaudeSwitch::refused, this, &DesktopApp::tellFailure);
    connect(&m_window->claudeSwitch(), &ClaudeSwitch::becameUseless, this, [this] {
        if (!m_window->isSeen()) // else its board says so
            m_notices->tellTrouble(claudeLeadsNowhereText());
    });
    connect(&m_claude, &ClaudeDesk::refused, this, &DesktopApp::tellFailure);
    connect(&m_session, &InstanceSession::tokenRenewed, &m_claude, &ClaudeDesk::renewed);
}

void DesktopApp::applyPreferences()
{
    const Preferences &preferences = m_services.preferences();
    if (!m_options.language)
        m_language.use(preferences.language.value_or(systemLanguage()));
    applyTheme(*qApp, preferences.theme, preferences.density,
               m_systemTheme.lightness().value_or(platformLightness()));
}

/// The person's own home, or the simulation's.
Result<QString> DesktopApp::chosenHome()
{
    if (!m_simulationWanted)
        return m_ownHome;
    m_demo = std::make_unique<Demo>();
    if (const Result<Done> ready = m_demo->prepare(); !ready)
        return ready.refusal();
    return qcc::openHome(m_demo->home());
}

void DesktopApp::openHome()
{
    const Result<QString> home = chosenHome();
    if (!home) {
        m_simulationWanted = false;
        m_demo.reset();
        m_simulationTrouble = home.refusal();
        if (m_window)
            tellFailure(home.refusal());
    }
    const Preferences &preferences = m_services.preferences();
    const bool told = m_services.facts().addressTold;
    SessionOptions session;
    session.home = home ? *home : m_ownHome;
    session.listenHost = told ? m_options.listenHost : preferences.listenHost;
    session.listenPort = told ? m_options.listenPort : preferences.listenPort;
    session.pretended = m_simulationWanted;
    session.serve = preferences.serveAtStart || m_simulationWanted;
    session.checks = m_options.checks ? HealthChecks::On : HealthChecks::Off;
    m_services.showHome(session.home, m_simulationWanted);
    if (!m_simulationWanted)
        m_claude.resume();
    m_history.open(session.home);
    m_session.open(session);
}

void DesktopApp::showSimulation(bool on)
{
    if (m_phase != Phase::Running || on == m_simulationWanted)
        return;
    m_simulationWanted = on;
    if (on) {
        m_claude.release();
        return m_session.close();
    }
    // Pretended requests need no grace time. Later: it is a button of what ends that was pressed.
    QMetaObject::invokeMethod(&m_session, &InstanceSession::closeNow, Qt::QueuedConnection);
}

void DesktopApp::sessionClosed()
{
    if (m_phase == Phase::Ending)
        return QCoreApplication::exit(); // quit() would ask the windows first
    m_demo.reset();
    openHome();
}

/// In the window if it is seen; a hidden one would keep it to itself.
void DesktopApp::tellFailure(const Refusal &refusal)
{
    if (m_window->isSeen())
        m_window->tellFailure(refusal);
    else
        m_notices->tellTrouble(refusalSentence(refusal));
}

void DesktopApp::hiddenToTray(bool first)
{
    if (first)
        m_notices->tellHidden();
}

void DesktopApp::startedAgain(const QString &, const QUrl &open)
{
    if (m_phase != Phase::Running) {
        m_wantedAgain = true; // its window was told that we are here
        m_wantedToOpen = open;
    } else if (!open.isEmpty()) {
        Q_EMIT m_services.importLinkOpened(open);
    } else {
        m_window->comeForward();
    }
}

void DesktopApp::quit()
{
    const int running = m_session.isHosting() ? m_session.snapshot().runningRequests : 0;
    if (running > 0 && m_phase == Phase::Running)
        return askAboutRunning(running);
    end();
}

void DesktopApp::askAboutRunning(int running)
{
    if (std::exchange(m_asking, true))
        return;
    m_window->comeForward();
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Quit QCC?"),
        tr("%n request(s) are running through the proxy. They may finish within 30 seconds; new ones fail.",
           nullptr, running),
        QMessageBox::NoButton, m_window.get());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *quit = box->addButton(tr("Let them finish, then quit"), QMessageBox::AcceptRole);
    QPushButton *now = box->addButton(tr("Quit now"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::finished, this, [this, box, quit, now] {
        m_asking = false;
        if (box->clickedButton() == quit || box->clickedButton() == now)
            end();
        if (box->clickedButton() == now)
            end();
    });
    box->open();
}

void DesktopApp::leaveTheScreen()
{
    m_claude.release(); // while the proxy still answers
    m_notices->end();
    m_window->remember();
    m_window->setEnding();
    m_window->hide();
}

/// The session's end: Qt closes all windows next, and stays where one of them would rather be hidden. And
/// macOS' way to have a file or link opened by a program that runs.
bool DesktopApp::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FileOpen && watched == qApp && m_window)
        startedAgain({}, static_cast<QFileOpenEvent *>(event)->url());
    if (event->type() == QEvent::Quit && watched == qApp && m_notices && m_phase == Phase::Running)
        leaveTheScreen();
    return QObject::eventFilter(watched, event);
}

/// Twice: whoever waits does not want to wait for requests any longer.
void DesktopApp::end()
{
    if (std::exchange(m_phase, Phase::Ending) == Phase::Ending)
        return m_session.closeNow();
    leaveTheScreen();
    m_session.close();
}

} // namespace qcc
