// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/domain/result.h"

namespace qcc {

/// Which of an offer's configs are wanted. Pure.

/// The indexes of all that can be added.
std::vector<size_t> addableOf(const ImportOffer &offer);

/// Of @p addable, counted from 1 as a person sees them: "1,3-5", "2 4"; an empty text stands for all, "0" for
/// none. None when it is no such thing, or a number is too large.
std::optional<std::vector<size_t>> choiceFromText(const QString &text, const std::vector<size_t> &addable);

/// Those with these names, theirs or ours, in any case. NothingToImport for the first that is not in the
/// offer, or can't be used; DuplicateConfig for the first that is here already.
Result<std::vector<size_t>> choiceByNames(const QStringList &names, const ImportOffer &offer);

} // namespace qcc
