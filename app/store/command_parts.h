// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/settings.h"

#include <QStringList>

#include <functional>

namespace qcc {

/// What a command's endpoints need before it can be applied, whichever command brings them.

/// 8 hex digits by chance.
QString randomId();

/// Gives the endpoints without an id one that @p isUsed doesn't know and that no other of the command has.
void fillInIds(Command &command, const std::function<bool(const EndpointId &)> &isUsed);

/// The same for a new alert channel.
void fillInChannelId(Command &command, const std::function<bool(const QString &)> &isUsed);

/// The CA files that a command sets anew; one that an endpoint of @p present has already doesn't count.
QStringList caFilesSetBy(const Command &command, const Settings &present);

} // namespace qcc
