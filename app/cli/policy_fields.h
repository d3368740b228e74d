// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/policy.h"

#include <span>

namespace qcc {

/// One field of the policy as the command line knows it.
struct PolicyField
{
    template <typename T> struct Place
    {
        T FailoverPolicy::*inPolicy;
        std::optional<T> PolicyPatch::*inPatch;
    };

    QLatin1StringView name;   ///< in priority_config.json
    QLatin1StringView option; ///< without the dashes in front; a flag also has "no-" before it
    std::variant<Place<bool>, Place<int>, Place<seconds>> place;
    const char *meaning; ///< to be translated in CliText
};

/// All of them, in the order in which they are shown.
std::span<const PolicyField> policyFields();

/// "on", "3", "5 min".
QString valueText(const PolicyField &field, const FailoverPolicy &policy);

/// What @p patch sets the field to; empty: nothing.
QString patchedText(const PolicyField &field, const PolicyPatch &patch);

} // namespace qcc
