// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"
#include "models/text/language.h"

#include <QByteArray>
#include <QTime>

#include <set>

namespace qcc {

enum class ThemeChoice { System, Light, Dark };
enum class Density { Comfortable, Compact };

/// When no notification is shown but the most urgent; may pass midnight.
struct QuietHours
{
    bool on = false;
    QTime from{22, 0};
    QTime to{8, 0};
    bool operator==(const QuietHours &) const = default;
};

/// What a person chose for this desktop: kept in desktop.json beside the other settings, without secrets.
struct Preferences
{
    ThemeChoice theme = ThemeChoice::System;
    Density density = Density::Comfortable;
    std::optional<Language> language; ///< none: as the system says
    std::set<AlertKind> silenced;     ///< no desktop notification for these
    QuietHours quietHours;
    QString listenHost = QStringLiteral("127.0.0.1"); ///< for an instance that this program hosts
    quint16 listenPort = 7860;
    bool serveAtStart = true; ///< the proxy switch, as it was left
    bool closesToTray = true;
    bool toldAboutTray = false;   ///< that closing hides to the tray
    bool toldAboutNoTray = false; ///< that there is no tray
    QString toldAboutKeysIn;      ///< the plain file of keys of which a person knows
    bool connectsClaude = false;  ///< Claude Code's settings lead to QCC while it runs: the switch, as left
    bool releasesClaudeAtQuit = true;        ///< they are put back when QCC ends
    bool claudeToolSearch = false;           ///< with ENABLE_TOOL_SEARCH among them
    bool connectsEditors = false;            ///< also the settings of VS Code and its kin
    bool toldAboutClaude = false;            ///< that this switch is the next step
    std::optional<bool> recoveryBeforePause; ///< auto_recovery_enabled, while automation is paused here
    QByteArray windowGeometry;
    QString page; ///< "board", "health", …
    bool operator==(const Preferences &) const = default;
};

} // namespace qcc
