// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/import_offer.h"

namespace qcc {

/// What an offer looks like in a terminal; keys are never shown.
void showOffer(const Console &console, const ImportOffer &offer);

/// {"source", "configs": [{"name", "from", "verdict", "detail", "addresses", "priority", "has_key"}], "policy", "notes"}.
QJsonObject offerJson(const ImportOffer &offer);

void showSources(const Console &console, const std::vector<ImportSource> &sources);
/// {"sources": [{"id", "title", "path"}]}.
QJsonObject sourcesJson(const std::vector<ImportSource> &sources);

} // namespace qcc
