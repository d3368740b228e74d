// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/channels_json.h"
#include "models/domain/config.h"
#include "models/domain/result.h"

#include <QJsonObject>

#include <map>

namespace qcc {

/// Under which name each endpoint's key lies in the secret store. A new key gets a new name, so that URL and
/// key change at once.
using KeyIds = std::map<EndpointId, QString>;

/// configs.json as read.
struct ConfigsDocument
{
    QJsonObject object; ///< with what QCC does not know
    std::vector<Config> configs;
    KeyIds keyIds;
    ChannelsDocument alerts{};
};

/// configs.json: {"version": 1, "configs": [{"name", "description", "endpoints": [{"id", "name", "url",
/// "key_id", "auth": "x-api-key"|"bearer"|"both", "http": 1|2, "connect_timeout", "header_timeout",
/// "idle_timeout" (seconds), "proxy", "ca_file"}], "next_on": [{"status", "text"}], "model_mappings":
/// [{"from", "to"}], "extra_headers": [{"name", "value"}]}], "alert_channels": see channels_json.h}. Only
/// names and URLs are needed; an endpoint without an id gets one that stays the same from reading to reading.
/// FileBroken with line and column for syntax, wrong types, values out of range and doubles.
Result<ConfigsDocument> parseConfigs(const QString &path, const QByteArray &text);

/// @p before with @p configs in it. @p formerName gives a config's name in @p before.
QJsonObject configsObject(const QJsonObject &before, const std::vector<Config> &configs, const KeyIds &keyIds,
                          const std::function<QString(const QString &)> &formerName);

} // namespace qcc
