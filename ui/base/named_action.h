// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace qcc {

/// A button that a small widget offers; it is known by its id when it is pressed.
struct NamedAction
{
    QString id;
    QString text;
    bool primary = false;
    bool operator==(const NamedAction &) const = default;
};

} // namespace qcc
