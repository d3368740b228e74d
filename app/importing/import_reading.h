// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"
#include "models/domain/secret.h"

#include <QJsonObject>

namespace qcc {

/// From a file to an offer, whatever wrote it: it is known by its content, not by its name. Verdicts are not
/// given yet (import_verdicts.h). Blocking; any thread.

inline constexpr qint64 kLargestDatabase = 1024LL * 1024 * 1024; ///< bytes
inline constexpr qint64 kLargestDump = 256LL * 1024 * 1024;      ///< of SQL, which may hold logs too

/// A file of this application (sealed ones need @p passphrase), of Claude Code, cc-switch,
/// claude-code-router, ccNexus or FastCC. FileUnreadable, FileBroken, NothingToImport, WrongPassphrase (also
/// where one is needed and none is given).
Result<ImportOffer> readImportFile(const QString &path, const Secret *passphrase);

/// What importSources() found. @p claudePrior: see offerFromClaudeSettings().
Result<ImportOffer> readImportSource(const ImportSource &source,
                                     const std::optional<QJsonObject> &claudePrior);

} // namespace qcc
