// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArrayView>

#include <optional>

namespace qcc {

/// An HTTP-date in any of its three forms (RFC 9110 section 5.6.7):
/// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT" and "Sun Nov  6 08:49:37 1994".
/// A two-digit year that would lie more than 50 years after @p now means the century before. The day's name
/// is not compared with the date. Nothing for anything else. Pure; any thread.
std::optional<TimePoint> parseHttpDate(QByteArrayView text, TimePoint now);

} // namespace qcc
