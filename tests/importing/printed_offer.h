// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"

namespace qcc::test {

/// An offer as text, with its made-up keys, one config a line and one endpoint a line below it.
QString printed(const ImportOffer &offer);

} // namespace qcc::test
