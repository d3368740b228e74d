// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"

#include <QJsonObject>

namespace qcc {

/// The variables by which Claude Code is told its provider, as its settings.json and cc-switch hold them:
/// ANTHROPIC_BASE_URL; ANTHROPIC_AUTH_TOKEN (sent as Bearer), ANTHROPIC_API_KEY (sent as x-api-key);
/// ANTHROPIC_MODEL, ANTHROPIC_DEFAULT_{OPUS,SONNET,HAIKU}_MODEL, ANTHROPIC_SMALL_FAST_MODEL (model mappings,
/// where they are not the client's own names); HTTPS_PROXY, HTTP_PROXY; ANTHROPIC_CUSTOM_HEADERS. Pure.
struct OfferedEnv
{
    QString origin; ///< its name there
    QJsonObject env;
    QStringList urls; ///< further addresses for the same key
    QString remark;   ///< becomes the description
};

/// Adds it to the offer: as a config, or as Unusable where it signs in with an account, leads to QCC itself,
/// or to a cloud with a protocol of its own.
void addFromEnv(ImportOffer &offer, const OfferedEnv &offered);

/// Whether they lead to QCC: by its token, or by its usual address.
bool leadsToQcc(const QJsonObject &env);

} // namespace qcc
