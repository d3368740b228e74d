// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/claude_desk.h"
#include "app/desktop/desktop_options.h"
#include "app/desktop/desktop_services.h"
#include "app/desktop/history_desk.h"
#include "app/desktop/instance_session.h"
#include "app/desktop/single_window.h"
#include "app/desktop/spoken_language.h"
#include "app/desktop/system_theme.h"

namespace qcc {

class Demo;
class DesktopNotices;
class MainWindow;
class NoticeDesk;
class SignalWatch;
class Tray;

/// The running desktop program: owns its parts and connects them; decides nothing that a rule or a page
/// could. Main thread.
///
///   Running --quit()--> Asking (requests are running) --yes--> Ending --closed()--> gone
///                \--none running---------------------------------^   \--quit() again--> gone at once
class DesktopApp final : public QObject
{
    Q_OBJECT
public:
    DesktopApp(const QString &home, const DesktopOptions &options, SingleWindow &single);
    ~DesktopApp() override;

    void start();
    /// After the end: it was started again while requests were being finished.
    bool isWantedAgain() const { return m_wantedAgain; }
    /// What it was to open then; empty: nothing.
    const QUrl &wantedToOpen() const { return m_wantedToOpen; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Phase { Running, Ending };

    void connectPreferences();
    void connectWindow();
    void connectTray();
    void connectClaude();
    void applyPreferences();
    void openHome();
    void sessionClosed();
    void showSimulation(bool on);
    Result<QString> chosenHome();
    void tellFailure(const Refusal &refusal);
    void hiddenToTray(bool first);
    void startedAgain(const QString &token, const QUrl &open);
    void quit();
    void askAboutRunning(int running);
    void end();
    void leaveTheScreen();

    const QString m_ownHome;
    const DesktopOptions m_options;
    Phase m_phase = Phase::Running;
    bool m_simulationWanted = false;
    bool m_asking = false;
    bool m_wantedAgain = false;
    QUrl m_wantedToOpen;
    std::optional<Refusal> m_simulationTrouble; ///< why there are no simulated providers
    std::unique_ptr<Demo> m_demo;
    InstanceSession m_session;
    HistoryDesk m_history;
    DesktopServices m_services;
    ClaudeDesk m_claude;
    SystemTheme m_systemTheme;
    SpokenLanguage m_language;
    std::unique_ptr<SignalWatch> m_signals;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<NoticeDesk> m_noticeDesk;
    std::unique_ptr<DesktopNotices> m_notices;
};

} // namespace qcc
