// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/takeover.h"
#include "ui/base/instance_door.h"

namespace qcc {

/// What the window asks of Claude Code's own settings. Implemented in app/desktop by app/claude; a fake
/// serves the tests. Main thread; the file is looked at when somebody changes it, and before each answer.
class ClaudeDoor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const TakeoverStatus &status() const = 0;
    /// Makes Claude Code use QCC. Refusals of app/claude: InTheWay, FileBroken, FileUnwritable,
    /// ChangedMeanwhile, NotRunning (nobody listens).
    virtual void connectClaude(Answer<Done> done) = 0;
    /// Puts back what was there before. ChangedMeanwhile when somebody else changed our values: status()
    /// tells which; with @p keepEdits these are left as they are, and only ours are put back.
    virtual void disconnectClaude(bool keepEdits, Answer<Done> done) = 0;
    /// Looks again.
    virtual void refresh() = 0;
    /// The one that holds the file, in the desktop's file manager.
    virtual void openFolder() = 0;

Q_SIGNALS:
    void statusChanged();
};

} // namespace qcc
