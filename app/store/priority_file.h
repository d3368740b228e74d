// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"
#include "models/domain/priority_groups.h"
#include "models/domain/result.h"

#include <QJsonObject>

#include <functional>

namespace qcc {

/// priority_config.json as read, before it is matched with the configs there are.
struct PriorityDocument
{
    QJsonObject object;    ///< with what QCC does not know
    PriorityGroups groups; ///< first mention counts; may name configs that do not exist
    FailoverPolicy policy;
    QString activeConfig; ///< may name a config that does not exist
};

/// priority_config.json (docs: spec section 3): {"priority_groups": {"primary": {"priority", "config_names",
/// "enabled", …}, …}, "current_active_priority", "current_active_config", "policy": {…, times in seconds}}.
/// Everything may be missing. FileBroken with line and column for syntax, wrong types and values out of
/// range.
Result<PriorityDocument> parsePriority(const QString &path, const QByteArray &text);

/// What of the file's lists and active config is kept although QCC has no such config.
using IsUnknownConfig = std::function<bool(const QString &name)>;

/// @p before with the groups, the policy and the active config in it; names that @p unknown accepts keep
/// their places.
QJsonObject priorityObject(const QJsonObject &before, const PriorityGroups &groups,
                           const FailoverPolicy &policy, const QString &activeConfig,
                           const IsUnknownConfig &unknown);

} // namespace qcc
