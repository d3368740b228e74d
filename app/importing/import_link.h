// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"

namespace qcc {

/// Links by which somebody offers a config. Anybody can write one, so a link never does anything by itself:
/// it becomes an offer, which a person sees with its hosts before anything is added. Read strictly; its key
/// is never part of a refusal. Pure; any thread.
///   qcc://import?name=…&url=…[&url=…][&key=…][&auth=x-api-key|bearer|both][&description=…][&map=FROM=TO …]
///   ccswitch://v1/import?resource=provider&app=claude&name=…&endpoint=URL[,URL][&apiKey=…][&model=…]
///     [&haikuModel=…][&sonnetModel=…][&opusModel=…][&notes=…][&config=BASE64 of {"env": {…}}]
/// (farion1231/cc-switch, docs/user-manual, "Deep Link Protocol"; its further parameters are passed over).
/// Values are coded as in forms: "+" or %20 for a space, %XX for UTF-8.

inline constexpr qsizetype kLongestLink = 16 * 1024; ///< characters
inline constexpr int kMostLinkAddresses = 10;

/// Whether it is for offerFromLink() at all: by its scheme.
bool isImportLink(const QUrl &link);

/// NothingToImport with the link's beginning (without its parameters) and what is wrong with it.
Result<ImportOffer> offerFromLink(const QUrl &link);

} // namespace qcc
