// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"

namespace qcc {

/// The profiles of the Python program that had this one's name before ("FastCC", later "QCC"):
/// ~/.fastcc/cache.json, {"user_id", "settings": {"default_profile"}, "profiles": {NAME: {"name",
/// "description", "base_url", "api_key", "priority", "enabled", "endpoints": [{"base_url", "api_key",
/// "priority", "enabled"}]}}}; endpoints come in the order of their priority, and the default profile comes
/// first. It gave a key to Claude Code in both forms. The file that it keeps in a cloud may hold
/// "encrypted_profiles" instead, which only its own sign-in opens. Pure; any thread.
///
/// FileBroken, NothingToImport.
Result<ImportOffer> offerFromFastCc(const QString &source, const QByteArray &text);

} // namespace qcc
