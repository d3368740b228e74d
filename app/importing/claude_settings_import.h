// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// Claude Code's settings.json (code.claude.com/docs/en/settings): "env" and "apiKeyHelper". @p source: the
/// file, for people. @p prior: the variables that QCC found there when it connected Claude Code, and keeps to
/// put them back; they count in the place of its own (none: it is not connected). FileBroken; NothingToImport
/// when there is no "env" that names a provider. Pure; any thread.
Result<ImportOffer> offerFromClaudeSettings(const QString &source, const QByteArray &text,
                                            const std::optional<QJsonObject> &prior = {});

} // namespace qcc
