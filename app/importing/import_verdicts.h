// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/settings.h"
#include "models/rules/apply_command.h"

namespace qcc {

/// Which of an offer's configs are here already. Pure; any thread.

/// The endpoints here that share an address with the offer: only their keys have to be known for
/// judgeOffer().
std::vector<EndpointId> endpointsToCompare(const ImportOffer &offer, const Settings &here);

/// Gives each config its verdict, against what is here and against those before it in the offer, so that
/// nothing is added twice:
///   * what is Unusable stays so;
///   * AlreadyThere: each of its addresses is here with the same key (detail: the config here); for those
///     without a key: a config of the same name has all its addresses;
///   * endpoints that are here already are taken out of what is left;
///   * a name that is taken becomes "name 2", and so on.
/// Endpoints without an entry in @p keys count as having none.
void judgeOffer(ImportOffer &offer, const Settings &here, const Keys &keys);

/// The command that adds it, with the keys moved out of @p config.
PutConfig takeCommand(ImportedConfig &config);

} // namespace qcc
