// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <QString>

namespace qcc {

/// What was wrong with the arguments, in the person's language. Words that no command takes are not repeated:
/// one may be a key in the wrong place.
QString parseComplaint(const CLI::App &app, const CLI::ParseError &error);

/// What CLI11 says, in the person's language where QCC knows the sentence, else as it is.
QString translatedComplaint(const QString &said);

} // namespace qcc
