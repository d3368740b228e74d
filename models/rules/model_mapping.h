// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/config.h"
#include "models/domain/result.h"

#include <QByteArrayView>

#include <span>

namespace qcc {

/// By which name a config's providers know a model (Config::modelMappings). Pure; any thread.
///
/// The rules are tried in their order and the first that fits is taken. `from` is the whole name, or holds
/// `*` for any characters, also none; case counts, as it does for providers. Claude Code marks variants by a
/// suffix in square brackets, as in "claude-opus-4-1[1m]". It is meant for itself: mostly it is taken off
/// before a request leaves (and a beta header may be sent instead), but not by all requests of all versions,
/// nor by all other clients, and some have sent it twice. Providers answer 404 to names that carry it. So a
/// rule without such a suffix fits the name with and without it, and what is sent is `to` as it is written,
/// without the client's suffix; a provider that wants it has it in its `to`. A rule that ends in a suffix
/// fits only names that have it (put it before the shorter one). Names that no rule fits stay as they are.

inline constexpr qsizetype kLongestModelName = 200; ///< characters
inline constexpr qsizetype kMostModelMappings = 50; ///< of one config

/// The name to send instead of @p model; nothing when no rule fits or the name stays the same.
std::optional<QByteArray> mappedModel(std::span<const ModelMapping> mappings, QByteArrayView model);

/// A mapping as a person types it: "FROM=TO". Else InvalidValue.
Result<ModelMapping> parseModelMapping(const QString &text);
/// The same form again.
QString toText(const ModelMapping &mapping);

/// With both names trimmed; else InvalidValue with what is permitted: 1 to kLongestModelName characters, no
/// control characters, and no `*` in `to`.
Result<ModelMapping> checkedModelMapping(ModelMapping mapping);

/// Each of them checked, repeated ones left out, at most kMostModelMappings. A `from` that is there twice
/// with different names is refused, since the second would never be taken. Else InvalidValue.
Result<std::vector<ModelMapping>> checkedModelMappings(std::vector<ModelMapping> mappings);

} // namespace qcc
