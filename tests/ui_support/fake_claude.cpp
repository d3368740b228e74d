// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_claude.h"

namespace qcc::test {

FakeClaude::FakeClaude(QObject *parent) : ClaudeDoor(parent)
{
    m_status.file = QStringLiteral("/home/ada/.claude/settings.json");
}

void FakeClaude::connectClaude(Answer<Done> done)
{
    log += QStringLiteral("connect");
    answer(std::move(done), TakeoverState::On);
}

void FakeClaude::disconnectClaude(bool keepEdits, Answer<Done> done)
{
    log += keepEdits ? QStringLiteral("disconnect, keep edits") : QStringLiteral("disconnect");
    if (m_status.state == TakeoverState::Edited && !keepEdits && !refusal)
        refusal = Refusal{RefusalCode::ChangedMeanwhile, m_status.file, {}};
    answer(std::move(done), TakeoverState::Off);
}

void FakeClaude::answer(Answer<Done> done, TakeoverState after)
{
    QMetaObject::invokeMethod(
        this,
        [this, done = std::move(done), after, no = std::exchange(refusal, std::nullopt)] {
            if (no)
                return done(*no);
            TakeoverStatus status = m_status;
            status.state = after;
            status.url = after == TakeoverState::On ? QStringLiteral("http://127.0.0.1:7860") : QString();
            status.edits.clear();
            setStatus(status);
            done(Done{});
        },
        Qt::QueuedConnection);
}

void FakeClaude::setStatus(const TakeoverStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void FakeClaude::setConnected(std::vector<TakeoverEdit> edits)
{
    TakeoverStatus status = m_status;
    status.state = edits.empty() ? TakeoverState::On : TakeoverState::Edited;
    status.url = QStringLiteral("http://127.0.0.1:7860");
    status.edits = std::move(edits);
    setStatus(status);
}

} // namespace qcc::test
