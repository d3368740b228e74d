// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field_reader.h"
#include "models/domain/probe.h"

namespace qcc {

/// An endpoint that is being edited: {"endpoint": {…}, "key": TEXT}, without "key" where the stored one is
/// meant. Keys travel in it: who writes or reads the bytes wipes them. Whether it makes sense is decided by
/// checkedEndpoint() and checkedKey().
QJsonObject toJson(const ProbeEndpoint &draft);
Result<ProbeEndpoint> probeFromJson(FieldReader &in);

} // namespace qcc
