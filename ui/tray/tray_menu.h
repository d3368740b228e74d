// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claude/claude_switch.h"
#include "ui/tray/tray_menu_content.h"

#include <QActionGroup>
#include <QMenu>
#include <QPointer>
#include <QTimer>

namespace qcc {

/// The tray icon's menu: how things are, the configs to choose from, and the few things that a person wants
/// without the window. Its items are made anew only when something else is offered (a desktop's panel knows
/// them by ids that change), and never under the person's eyes. Sends commands to the instance; opens nothing
/// by itself. Main thread.
class TrayMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit TrayMenu(InstanceDoor &door, QWidget *parent = nullptr);

    void setHeadline(const QString &text);
    /// Offers its switch too.
    void setClaude(ClaudeSwitch &claude);

Q_SIGNALS:
    void openRequested();
    void whyRequested();
    void moreRequested(); ///< the board: there are more configs
    void pauseRequested(bool paused);
    void quitRequested();
    void refused(const qcc::Refusal &refusal);
    void languageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void rebuildSoon();
    void rebuildIfStale();
    void rebuild();
    void addHeadline();
    void addGroups();
    void addConfig(const TrayConfig &config);
    void addPinning();
    void addSwitches();
    void addClaude();
    void showHeadline();
    void markActive();
    void choose(const QString &config);
    void pin(seconds time);
    Answer<Done> orTell();
    void onAboutToShow();
    void onAboutToHide();

    InstanceDoor &m_door;
    QPointer<ClaudeSwitch> m_claude;
    TrayMenuContent m_content;
    QString m_headlineText;
    QList<QAction *> m_headline; ///< its lines
    QMenu *m_pinMenu;
    std::unique_ptr<QActionGroup> m_group;
    bool m_open = false;
    bool m_stale = false; ///< the content has changed while it was open
    QTimer m_longestLook; ///< some panels don't tell that they have closed it
};

} // namespace qcc
