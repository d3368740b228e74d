// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/settings.h"
#include "models/rules/apply_command.h"

namespace qcc {

/// This application's own file to take along, with the keys in it. The form of settings_export.h (app/store)
/// with one more member, {"keys": {ENDPOINT-ID: TEXT}}; it is written to a disk only in a sealed_export.h.
/// Pure; any thread.
Secret exportWithKeys(const Settings &settings, const Keys &keys);

/// An offer out of such a text, with or without keys. @p source: the file, for people. Refusals of
/// importSettings(), with the file as subject.
Result<ImportOffer> offerFromExport(const QString &source, const QByteArray &text);

} // namespace qcc
