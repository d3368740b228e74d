// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace qcc {

/// How Claude Code's own settings stand to QCC.
enum class TakeoverState {
    Off,         ///< nothing of ours is in the file
    On,          ///< our values are in the file
    Edited,      ///< we wrote, and somebody else has changed our values since; see TakeoverStatus::edits
    Interrupted, ///< we were killed while writing: `qcc claude restore` mends it
    Unusable     ///< the file is broken, or can't be read; see findings
};

/// Something that stands in the way of Claude Code using QCC, or will surprise.
enum class TakeoverFindingKind {
    Missing,       ///< there is no settings file yet; it will be made, and removed again
    ReadOnly,      ///< file or folder can't be written
    Broken,        ///< detail: line L, column C: reason
    Symlink,       ///< detail: where it leads; the target is changed, the link stays
    ProjectWins,   ///< file: a project's .claude/settings(.local).json; detail: the variable it sets
    ManagedWins,   ///< file: the managed settings; detail: the variable
    ShellWins,     ///< detail: the variable that the shell exports, which wins over the file
    ApiKeySet,     ///< ANTHROPIC_API_KEY or an apiKeyHelper is set beside our token; detail: which
    ProxyVariable, ///< a proxy variable is set: NO_PROXY for loopback is set with ours; detail: the variable
    OtherProvider, ///< CLAUDE_CODE_USE_BEDROCK, …_VERTEX or …_FOUNDRY: our address is not used; detail: which
    Unsupported ///< the file's form can't be changed without touching other bytes; detail: why
};

struct TakeoverFinding
{
    TakeoverFindingKind kind = TakeoverFindingKind::Missing;
    QString file; ///< empty: none is meant
    QString detail;
    bool blocks = false; ///< connecting is refused, or would have no effect
    bool operator==(const TakeoverFinding &) const = default;
};

/// A value of ours that is no longer as we wrote it. Values of secret variables are told as "•••".
struct TakeoverEdit
{
    QString variable;
    QString ours;
    QString now;    ///< empty: it was taken out
    QString before; ///< what was there before us; empty: nothing
    bool operator==(const TakeoverEdit &) const = default;
};

struct TakeoverStatus
{
    TakeoverState state = TakeoverState::Off;
    QString file;                   ///< the settings file that is meant
    QString url;                    ///< ours, as it is in the file
    std::optional<TimePoint> since; ///< when it was connected
    bool untilQuit = false;         ///< put back when the program that connected it ends
    std::vector<TakeoverFinding> findings;
    std::vector<TakeoverEdit> edits;
    bool operator==(const TakeoverStatus &) const = default;
};

} // namespace qcc
