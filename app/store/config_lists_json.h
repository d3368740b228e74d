// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/json_reader.h"
#include "models/domain/config.h"

namespace qcc {

/// The lists "next_on", "model_mappings" and "extra_headers" of a config in configs.json. Faults are left
/// with the node's reader; when written, what is @p former keeps the keys that QCC does not know.

std::vector<NextPattern> readNextPatterns(const JsonNode &node);
QJsonArray nextPatternsArray(const QJsonArray &former, const std::vector<NextPattern> &patterns);

std::vector<ModelMapping> readModelMappings(const JsonNode &node);
QJsonArray modelMappingsArray(const QJsonArray &former, const std::vector<ModelMapping> &mappings);

std::vector<ExtraHeader> readExtraHeaders(const JsonNode &node);
QJsonArray extraHeadersArray(const QJsonArray &former, const std::vector<ExtraHeader> &headers);

} // namespace qcc
