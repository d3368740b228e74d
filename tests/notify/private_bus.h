// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace qcc::test {

/// Whether this program runs on the bus of runOnPrivateBus().
bool isOnPrivateBus();

/// Runs this program again on a session bus of its own, which starts no services: no daemon of this desktop
/// gets in the way. Gives its exit code; fails clearly where dbus-run-session is missing.
int runOnPrivateBus(int argc, char **argv);

} // namespace qcc::test
