// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/spoken_message.h"

#include <QJsonObject>

namespace qcc {

/// "raised", "cleared", "announced", "summary", "digest", "test".
QString eventWord(const AlertMessage &message);

/// QCC's own form of a message: the body of a webhook, the standard input of a command. Described in
/// docs/decisions/0014-alert-channels.md; fields are added to it, never changed.
QJsonObject alertJson(const SpokenMessage &said);

} // namespace qcc
