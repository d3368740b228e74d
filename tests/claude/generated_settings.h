// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace qcc::test {

/// A settings file as people, programs and accidents make them, the same for the same @p seed: odd
/// indentation, tabs, CRLF, byte order marks, characters of many scripts and escapes, env here, there,
/// nested, empty, repeated or absent, with or without the variables that QCC sets, huge. With @p comments
/// also comments and trailing commas.
QByteArray generatedSettings(quint32 seed, bool comments);

} // namespace qcc::test
