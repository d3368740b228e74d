// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "ui/settings/live_row.h"

#include <span>

namespace qcc {

/// One field of the policy as the settings page shows it.
struct PolicyFormField
{
    template <typename T> struct Place
    {
        T FailoverPolicy::*inPolicy;
        std::optional<T> PolicyPatch::*inPatch;
    };

    QLatin1StringView name; ///< in priority_config.json
    std::variant<Place<bool>, Place<int>, Place<seconds>> place;
    const char *label;   ///< to be translated in PolicyFormField
    const char *meaning; ///< a sentence; likewise
};

/// All of them, in the order in which they are shown; the last two are shown with the notifications.
std::span<const PolicyFormField> policyFormFields();
inline constexpr size_t kNotifyFields = 2;

/// A row for it; its texts are set by translatePolicyRow().
LiveRow *makePolicyRow(const PolicyFormField &field, InstanceDoor &instance);
void translatePolicyRow(const PolicyFormField &field, LiveRow *row);

/// What makes @p policy the standard one again; only what differs is set.
PolicyPatch patchToDefaults(const FailoverPolicy &policy);

} // namespace qcc
