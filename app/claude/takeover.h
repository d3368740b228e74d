// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/claude_places.h"
#include "app/claude/claude_variables.h"
#include "app/claude/settings_file.h"
#include "models/domain/result.h"
#include "models/domain/secret.h"
#include "models/domain/takeover.h"
#include "models/domain/time.h"

namespace qcc {

struct TakeoverJournal;

/// How Claude Code is to be connected.
struct TakeoverOptions
{
    bool untilQuit = false;  ///< put back when this process ends: disconnectAtQuit(), settleAfterCrash()
    bool toolSearch = false; ///< ENABLE_TOOL_SEARCH too; only when the person agreed
    bool editors = false;    ///< the editors' settings too (ClaudePlaces::editors that are there)
    bool anyway = false;     ///< even when a finding says that it would have no effect
    bool operator==(const TakeoverOptions &) const = default;
};

/// What becomes of values of ours that somebody else has changed since.
enum class EditedValues {
    Refuse, ///< nothing is put back: ChangedMeanwhile; status() tells which
    Keep    ///< they stay as they are, and all others are put back
};

/// Puts QCC's address and token into Claude Code's settings, and what was there before back again. Every
/// other byte of the files stays. Each change is journalled before it is made, so that a process that is
/// killed at any moment leaves something restore() can mend.
///
/// Must not know the proxy: the address is the one it listens on, and a failover changes nothing here. Needs
/// no keyring and nothing that runs. Values only, no thread of its own: any one thread; each call is blocking
/// file work of a few milliseconds, and waits at most kTakeoverPatience for another process's change. Several
/// processes may do this at once (a lock beside the journal).
class Takeover
{
public:
    /// @p watch is told of each step; only tests have use for it.
    explicit Takeover(
        ClaudePlaces places, StepWatch watch = [](const char *) {});

    const ClaudePlaces &places() const { return m_places; }

    /// Looks, and changes nothing; never refuses: what can't be read is a finding.
    TakeoverStatus status() const;
    /// The user's and the projects' settings files that give one of @p variables another value, which Claude
    /// Code would prefer to that of its environment.
    QStringList filesAgainst(const std::vector<ClaudeVariable> &variables) const;
    /// The folders and files to watch for status() to stay true; those that are there.
    QStringList watchedPaths() const;

    /// Writes @p url and @p token. When connected already, values that are as we wrote them are renewed (what
    /// was there before us stays known), and the same values again change nothing; connected for good stays
    /// so. What an interrupted change has left is put back first. ChangedMeanwhile: somebody edited ours
    /// since (subject: the file). FileBroken, FileUnreadable, FileUnwritable; InTheWay for findings that
    /// block, and for another settings folder that is connected (subject: its file).
    Result<Done> connect(const QString &url, const Secret &token, const TakeoverOptions &options);
    /// Puts back. NotConnected; ChangedMeanwhile (subject: the file); else as connect().
    Result<Done> disconnect(EditedValues edited);
    /// Puts back whatever an interrupted or complete change has left; what others edited stays. NotConnected
    /// when there is no journal.
    Result<Done> restore();
    /// At the start of a program: puts back what a process with TakeoverOptions::untilQuit left behind when
    /// it was killed, and what any process left half done. True: something was put back.
    Result<bool> settleAfterCrash();
    /// At the end of a program: puts back what this process connected with TakeoverOptions::untilQuit. True:
    /// something was put back.
    Result<bool> disconnectAtQuit();

private:
    Result<Done> putBack(const TakeoverJournal &journal, EditedValues edited) const;
    Result<Done> writeNew(const TakeoverJournal &journal, const struct TakeoverPlan &plan) const;
    Result<bool> putBackIf(const std::function<bool(const TakeoverJournal &)> &condition) const;

    ClaudePlaces m_places;
    StepWatch m_watch;
};

inline constexpr milliseconds kTakeoverPatience{2'000};

} // namespace qcc
