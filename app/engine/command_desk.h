// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/loaded_settings.h"
#include "models/domain/command.h"

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

public Q_SLOTS:
    void applied(quint64 requestId, const qcc::Result<qcc::SharedSettings> &result);

Q_SIGNALS:
    /// To StorageService::apply.
    void commandGiven(std::shared_ptr<qcc::Command> command, quint64 requestId);
    /// The files hold new settings; comes before the command's own answer.
    void settingsChanged(qcc::SharedSettings settings);

private:
    quint64 m_lastId = 0;
    std::map<quint64, std::function<void(Result<Done>)>> m_waiting;
};

} // namespace qcc
