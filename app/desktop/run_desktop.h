// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc {

/// The whole program `qcc-desktop`: gives the exit code (0 ended or handed over to the window that is there,
/// 1 refused, 2 wrong usage).
int runDesktop(int argc, char **argv);

} // namespace qcc
