// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc {

/// Lifts the soft limit of open files to the hard one; every connection of the proxy needs two. Returns the
/// limit then in force.
long raiseOpenFileLimit();

} // namespace qcc
