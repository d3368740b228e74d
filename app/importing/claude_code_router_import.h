// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"

namespace qcc {

/// The providers of claude-code-router (github.com/musistudio/claude-code-router): its config.json, or, in
/// newer versions, the same object in config.sqlite (app_config, key "default"). Of "Providers": "name",
/// "api_base_url", "api_key" or "credentials", "models", "transformer", "type", "enabled"; "Router" gives the
/// models that the client's are mapped to, "PROXY_URL" the way out.
///
/// Most of its providers speak OpenAI's protocol and need its transformers: they are Unusable. Those that
/// speak Claude Code's own are known by "type" ("anthropic_messages"), by a transformer "Anthropic" and no
/// other, or by their address (…/v1/messages, …/anthropic). Any thread.

/// FileBroken, NothingToImport.
Result<ImportOffer> offerFromRouterConfig(const QString &source, const QByteArray &text);
/// Likewise, and FileUnreadable.
Result<ImportOffer> offerFromRouterDatabase(const QString &path);

} // namespace qcc
