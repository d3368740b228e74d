// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/endpoint_draft.h"

#include <array>

namespace qcc {

/// Known kinds of providers, to begin a new config with.
enum class ConfigTemplate { OfficialApi, Gateway, LocalServer };

inline constexpr std::array kConfigTemplates{ConfigTemplate::OfficialApi, ConfigTemplate::Gateway,
                                             ConfigTemplate::LocalServer};

/// URL and form of the credential; nothing else is known of a kind.
void prefill(EndpointFields &fields, ConfigTemplate kind);
/// Is the URL one that prefill() wrote, so that another kind may replace it?
bool isPrefilled(const QString &url);

} // namespace qcc
