// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace qcc {

/// The detail of a Refusal in the person's language. Rules and stores write it in English, for logs and for
/// --json; what they write is known here by its form. What is not known (the system's words) stays as it is.
QString detailText(const QString &detail);
/// @p text to stand within a sentence: without the full stop of a whole one.
QString withoutFullStop(const QString &text);

} // namespace qcc
