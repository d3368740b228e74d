// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc {

/// What a program that runs for long asks of the system at its start, one source for each.

/// Writing to who has gone is an error of that write, and not the end of the process.
void surviveBrokenPipes();
/// Whatever is written on our behalf is the owner's alone.
void keepFilesPrivate();
/// Whether somebody reads on the terminal what is complained about.
bool complaintsAreSeen();

} // namespace qcc
