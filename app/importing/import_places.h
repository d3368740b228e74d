// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"

namespace qcc {

/// Where other applications keep their settings, so that tests can give their own.
struct ImportPlaces
{
    QString homeDirectory;  ///< the person's
    QString claudeSettings; ///< settings.json of CLAUDE_CONFIG_DIR, or of ~/.claude
    bool operator==(const ImportPlaces &) const = default;
};

/// Those of this process and user. Reads the environment; touches no file.
ImportPlaces importPlaces();

/// The applications that are here, in a fixed order: those with a file to read. Looks only whether there is
/// one, so it is cheap.
std::vector<ImportSource> importSources(const ImportPlaces &places);

/// The ids that ImportSource::id may have.
QStringList importSourceIds();

} // namespace qcc
