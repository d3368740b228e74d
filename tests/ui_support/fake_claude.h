// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/claude_door.h"

namespace qcc::test {

/// Claude Code's settings as a test plays them: connecting and disconnecting change the state as they would,
/// unless the test has put a refusal there.
class FakeClaude final : public ClaudeDoor
{
    Q_OBJECT
public:
    explicit FakeClaude(QObject *parent = nullptr);

    const TakeoverStatus &status() const override { return m_status; }
    void connectClaude(Answer<Done> done) override;
    void disconnectClaude(bool keepEdits, Answer<Done> done) override;
    void refresh() override { log += QStringLiteral("refresh"); }
    void openFolder() override { log += QStringLiteral("open folder"); }

    void setStatus(const TakeoverStatus &status);
    /// With our values in the file, and @p edits of others.
    void setConnected(std::vector<TakeoverEdit> edits = {});

    QStringList log;                ///< "connect", "disconnect", "disconnect, keep edits", "refresh"
    std::optional<Refusal> refusal; ///< the next answer, once

private:
    void answer(Answer<Done> done, TakeoverState after);

    TakeoverStatus m_status;
};

} // namespace qcc::test
