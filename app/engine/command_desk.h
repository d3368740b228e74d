// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/loaded_settings.h"
#include "models/domain/command.h"

#include <deque>
#include <functional>
#include <map>

namespace qcc {

/// Sends commands to the storage thread and gives each its answer. Engine thread; knows neither files nor the
/// proxy.
class CommandDesk final : public QObject
{
    Q_OBJECT
public:
    void submit(Command command, std::function<void(Result<Done>)> done);
    void renewToken(std::function<void(Result<Secret>)> done);

public Q_SLOTS:
    /// The answer to tokenWanted(), in the order of asking.
    void tokenRenewed(const qcc::Result<qcc::SharedSecret> &token);
    void applied(quint64 requestId, const qcc::Result<qcc::SharedSettings> &result);

Q_SIGNALS:
    /// To StorageService::apply.
    void commandGiven(std::shared_ptr<qcc::Command> command, quint64 requestId);
    /// The files hold new settings; comes before the command's own answer.
    void settingsChanged(qcc::SharedSettings settings);
    /// To StorageService::renewToken.
    void tokenWanted();
    /// The store holds another; comes before the asker's own answer.
    void tokenChanged(const qcc::SharedSecret &token);

private:
    quint64 m_lastId = 0;
    std::map<quint64, std::function<void(Result<Done>)>> m_waiting;
    std::deque<std::function<void(Result<Secret>)>> m_tokenWaiting;
};

} // namespace qcc
