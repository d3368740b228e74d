// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/takeover.h"
#include "app/store/loaded_settings.h"

namespace qcc {

/// Claude Code's settings during a run of the proxy: what a crash left is put back at the start, and with
/// `--claude` they name this proxy from its first line to its last. Must not know the engine. Each function
/// gives what is to be said about it, a sentence; empty: nothing. Main thread; blocks for milliseconds.
class ClaudeTurn
{
public:
    enum class Wish { LeaveAlone, UntilQuit };

    ClaudeTurn(const QString &home, Wish wish);

    QString settle();
    QString listening(const QString &url);
    QString settingsLoaded(const SharedSettings &settings);
    QString end();

private:
    QString connect();

    Takeover m_takeover;
    Wish m_wish;
    QString m_url;
    SharedSettings m_settings;
};

} // namespace qcc
