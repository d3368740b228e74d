// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// InvalidValue as a sentence: which value, by the option that sets it, and what is permitted.
QString valueRefusalText(const Refusal &refusal);

/// The files' name of a field as the command line spells it: "header_ms" is "header-ms".
QString optionName(QString field);

} // namespace qcc
