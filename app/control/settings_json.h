// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/settings.h"

#include <QJsonObject>

namespace qcc {

/// Settings as they travel over the control socket and stand in `--json` output: no secrets. Times are whole
/// milliseconds (limits) or seconds (policy). The decoders refuse (ProtocolError) what misses a field; they
/// don't validate values.
QJsonObject toJson(const Endpoint &endpoint);
Result<Endpoint> endpointFromJson(const QJsonObject &object);

/// With "priority", the group the config is in, and its endpoints in order.
QJsonObject toJson(const Config &config, std::optional<Priority> priority);
Result<Config> configFromJson(const QJsonObject &object);

/// [{"status":400,"text":"model unavailable"}, …]
QJsonArray toJson(const std::vector<NextPattern> &patterns);
Result<std::vector<NextPattern>> nextPatternsFromJson(const QJsonArray &list);

/// [{"from":"claude-opus-*","to":"my-opus"}, …]
QJsonArray toJson(const std::vector<ModelMapping> &mappings);
Result<ModelMapping> modelMappingFromJson(const QJsonObject &object);

/// [{"name":"x-team","value":"compilers"}, …]
QJsonArray toJson(const std::vector<ExtraHeader> &headers);
Result<ExtraHeader> extraHeaderFromJson(const QJsonObject &object);

/// {"keep_requests_days":30}
QJsonObject toJson(const HistoryRetention &retention);
Result<HistoryRetention> retentionFromJson(const QJsonObject &object);

QJsonObject toJson(const PriorityGroup &group);
QJsonObject toJson(const Settings &settings);
Result<Settings> settingsFromJson(const QJsonObject &object);

} // namespace qcc
