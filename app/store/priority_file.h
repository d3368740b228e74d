// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/settings.h"

#include <QJsonObject>

#include <functional>

namespace qcc {

/// priority_config.json as read, before it is matched with the configs there are.
struct PriorityDocument
{
    QJsonObject object;    ///< with what QCC does not know
    PriorityGroups groups; ///< first mention counts; may name configs that do not exist
    FailoverPolicy policy;
    HistoryRetention retention;
    QString activeConfig; ///< may name a config that does not exist
};

/// priority_config.json (docs: spec section 3): {"priority_groups": {"primary": {"priority", "config_names",
/// "enabled", …}, …}, "current_active_priority", "current_active_config", "policy": {…, times in seconds},
/// "history": {"keep_requests_days"}}.
/// Everything may be missing. FileBroken with line and column for syntax, wrong types and values out of
/// range.
Result<PriorityDocument> parsePriority(const QString &path, const QByteArray &text);

/// What of the file's lists and active config is kept although QCC has no such config.
using IsUnknownConfig = std::function<bool(const QString &name)>;

/// @p before with the groups, the policy, the retention and the active config of @p settings in it; names
/// that
/// @p unknown accepts keep their places.
QJsonObject priorityObject(const QJsonObject &before, const Settings &settings,
                           const IsUnknownConfig &unknown);

} // namespace qcc
