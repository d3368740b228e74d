// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <optional>

namespace qcc {

/// One line from the terminal @p descriptor while its echo is off; the terminal is put right again whatever
/// happens, Ctrl-C included. None when the person gave up or the line is longer than @p longest bytes.
std::optional<Secret> readLineSilently(int descriptor, qsizetype longest);

/// All of @p descriptor up to its end; none when it can't be read or is longer than @p longest bytes.
std::optional<Secret> readAllSecret(int descriptor, qsizetype longest);

} // namespace qcc
