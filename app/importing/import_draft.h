// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"

namespace qcc {

/// What an offer is made of, whatever it was read from. Details and notes are written in English, as those of
/// a Refusal; detailText() (models/text) says them in the person's language. Pure; any thread.

inline constexpr size_t kMostOfferedConfigs = 200; ///< of one offer; more are left out with a note

/// An address as another application has it.
struct OfferedEndpoint
{
    QString name; ///< empty: the host
    QString url;  ///< as written there
    QString key;  ///< empty: none
    AuthForm auth = AuthForm::XApiKey;
};

/// The config that stands for @p origin there (shown without control characters). Addresses that are none
/// make it Unusable, and so does having none; what of a name or a description is not permitted is left out.
ImportedConfig offeredConfig(const QString &origin, const std::vector<OfferedEndpoint> &endpoints);

/// One that can't be added, and why.
ImportedConfig unusableConfig(const QString &origin, const QString &why);

/// A base URL from the address of an API call: without "/v1/messages" at its end.
QString baseAddress(QString url);

/// The name, with what checkedName() would refuse taken out; @p otherwise when nothing is left.
QString permittedName(const QString &name, const QString &otherwise);
/// The same for a description; it is cut where it is too long.
QString permittedDescription(const QString &text);

/// Maps model names where that changes anything: a provider that knows them by the client's names needs none.
/// @p from of every entry is a pattern of ModelMapping; an empty `to` counts as none.
std::vector<ModelMapping> meaningfulMappings(const std::vector<ModelMapping> &wanted);

/// Adds @p config unless the offer is full; says so once.
void addTo(ImportOffer &offer, ImportedConfig config);

} // namespace qcc
