// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"

namespace qcc {

/// What becomes of it, as a cell of a table: "new", "new, as \"work 2\"", "already here as \"work\"".
QString verdictText(const ImportedConfig &config);

/// All its addresses, one a line.
QString addressesText(const ImportedConfig &config);

/// What to think of these addresses, each thing once.
QStringList addressWarnings(const ImportedConfig &config);

/// The same for all that can be added, as sentences that name it.
QStringList warningTexts(const ImportOffer &offer);

/// The notes of an offer in the person's language, as sentences.
QStringList noteTexts(const ImportOffer &offer);

} // namespace qcc
