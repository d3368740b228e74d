// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/priority_groups.h"
#include "ui/base/icons.h"

namespace qcc {

/// The symbol of a priority group, wherever it is named.
inline Icon groupIcon(Priority priority)
{
    switch (priority) {
    case Priority::Primary:
        return Icon::Primary;
    case Priority::Secondary:
        return Icon::Secondary;
    case Priority::Fallback:
        return Icon::Fallback;
    case Priority::Disabled:
        return Icon::Disabled;
    }
    Q_UNREACHABLE();
}

} // namespace qcc
