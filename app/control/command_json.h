// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// A command as it travels over the control socket: {"command": "add-config", …}. Keys travel in it (the
/// socket is open to its owner only); who writes or reads the bytes wipes them. The decoder refuses
/// (ProtocolError) what it doesn't know; whether the command makes sense is decided by applyCommand().
QJsonObject toJson(const Command &command);
Result<Command> commandFromJson(const QJsonObject &object);

} // namespace qcc
