// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/command_desk.h"

namespace qcc {

void CommandDesk::submit(Command command, std::function<void(Result<Done>)> done)
{
    const quint64 id = ++m_lastId;
    m_waiting.emplace(id, std::move(done));
    Q_EMIT commandGiven(std::make_shared<Command>(std::move(command)), id);
}

void CommandDesk::renewToken(std::function<void(Result<Secret>)> done)
{
    m_tokenWaiting.push_back(std::move(done));
    Q_EMIT tokenWanted();
}

void CommandDesk::tokenRenewed(const Result<SharedSecret> &token)
{
    if (token)
        Q_EMIT tokenChanged(*token);
    if (m_tokenWaiting.empty())
        return;
    const auto done = std::move(m_tokenWaiting.front());
    m_tokenWaiting.pop_front();
    done(token ? Result<Secret>((*token)->clone()) : token.refusal());
}

void CommandDesk::applied(quint64 requestId, const Result<SharedSettings> &result)
{
    if (result)
        Q_EMIT settingsChanged(*result);
    const auto waiting = m_waiting.find(requestId);
    if (waiting == m_waiting.end())
        return;
    const auto done = std::move(waiting->second);
    m_waiting.erase(waiting);
    if (result)
        done(Done{});
    else
        done(result.refusal());
}

} // namespace qcc
