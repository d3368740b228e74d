// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace qcc {

/// How many cells of a terminal @p text takes: two for East Asian wide characters and emoji (Unicode UAX #11:
/// W and F), none for combining marks and format characters. A grapheme cluster takes what its widest
/// character does.
int displayWidth(const QString &text);

/// @p text on one line, fit for a terminal: line breaks become spaces, other control characters U+FFFD, so
/// that nobody's description moves the cursor.
QString printable(const QString &text);

/// Filled with spaces at its end up to @p width cells.
QString padded(const QString &text, int width);

} // namespace qcc
