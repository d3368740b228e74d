// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QString>

namespace qcc::test {

/// A moment of 2026-11-23 in UTC, which is made the local time.
TimePoint at(int hour, int minute, int second = 0);

void useUtc();

/// What is wrong with a text that a person is to read: empty, or it looks like a name in a program. Empty:
/// nothing.
QString faultOf(const QString &text);

/// What is wrong with names that stand for different things: as above, or two are the same.
QString faultOf(const QStringList &names);

} // namespace qcc::test
