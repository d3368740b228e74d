// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"

namespace qcc {

/// The providers of cc-switch (github.com/farion1231/cc-switch) that it has for Claude Code; those for other
/// programs are counted in a note. The current one comes first. All of them any thread.
///   * its database ~/.cc-switch/cc-switch.db (since 3.8): providers(id, app_type, name, settings_config,
///     notes, meta, created_at, sort_index, is_current, …), provider_endpoints(provider_id, app_type, url);
///   * its export, the same as SQL statements ("-- CC Switch SQLite 导出");
///   * its config.json before that: {"version": 2, "claude": {"providers": {ID: {"name", "settingsConfig",
///     "notes", "meta": {"custom_endpoints": {URL: …}}, "createdAt", "sortIndex"}}, "current": ID}, …}, and
///     the oldest form, {"providers": {…}, "current": ID}.
/// settings_config is what cc-switch writes into Claude Code's settings.json: {"env": {…}}. A provider whose
/// meta says that cc-switch translates for it ("apiFormat" other than "anthropic"), or signs in by an account
/// ("authBinding", "providerType"), is Unusable.

/// FileUnreadable, FileBroken, NothingToImport.
Result<ImportOffer> offerFromCcSwitchDatabase(const QString &path);
/// FileBroken, NothingToImport.
Result<ImportOffer> offerFromCcSwitchDump(const QString &source, const QByteArray &text);
/// FileBroken, NothingToImport.
Result<ImportOffer> offerFromCcSwitchConfig(const QString &source, const QByteArray &text);

} // namespace qcc
