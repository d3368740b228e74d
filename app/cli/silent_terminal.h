// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <functional>
#include <optional>

namespace qcc {

/// Turns the echo of the terminal @p descriptor off, calls @p ask, and reads one line; the terminal is put
/// right again whatever happens, Ctrl-C included. None when the person gave up. What is longer than @p
/// longest bytes is cut there; see kLongestPipedKey.
std::optional<Secret> readLineSilently(int descriptor, qsizetype longest, const std::function<void()> &ask);

/// All of @p descriptor up to its end, cut after @p longest bytes; none when it can't be read.
std::optional<Secret> readAllSecret(int descriptor, qsizetype longest);

} // namespace qcc
