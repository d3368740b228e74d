// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace qcc {

/// The enumerator that toWord() gives @p word for: tries every one up to @p last, so that the switch in
/// toWord() stays the only table.
template <typename Enum> std::optional<Enum> enumeratorFor(const QString &word, Enum last)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (word == toWord(static_cast<Enum>(i)))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace qcc
