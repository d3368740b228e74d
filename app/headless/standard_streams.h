// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc {

/// Gives closed standard streams (`qcc … >&-`) to /dev/null: else the next socket or file would get their
/// numbers, and lines for people would go into it. The first thing in main().
void occupyStandardStreams();

} // namespace qcc
