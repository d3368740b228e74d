// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_message.h"

#include <QStringList>

namespace qcc {

/// The first line of a message to an alert channel, without a full stop.
QString alertMessageTitle(const AlertMessage &message);

/// What it means, since when, and what to do; a line per fact. Plain text.
QStringList alertMessageLines(const AlertMessage &message, TimePoint now);

/// "QCC on desk-7, 2026-11-23 14:35:10".
QString alertMessageOrigin(const QString &computer, TimePoint at);

} // namespace qcc
