// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc::sim {

/// Ends the application on Ctrl-C, or when the system wants it to; once in a process. One source for each
/// system. False: the system did not let us.
bool quitOnSignals();

} // namespace qcc::sim
