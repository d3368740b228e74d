// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"

namespace qcc {

/// The endpoints of ccNexus (github.com/lich0821/ccNexus), a config each: its database ~/.ccNexus/ccnexus.db
/// (endpoints: name, api_url, api_key, enabled, transformer, model, remark, sort_order; in newer versions
/// auth_mode), or its config.json before that ({"endpoints": [{"name", "apiUrl", "apiKey", "enabled",
/// "transformer", "model", "remark"}]}). It sends a key in both forms. What has another transformer than
/// "claude", or a pool of tokens instead of a key, is Unusable; what is switched off there is Disabled here.
/// Any thread.

/// FileUnreadable, FileBroken, NothingToImport.
Result<ImportOffer> offerFromCcNexusDatabase(const QString &path);
/// FileBroken, NothingToImport.
Result<ImportOffer> offerFromCcNexusConfig(const QString &source, const QByteArray &text);

} // namespace qcc
