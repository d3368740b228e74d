// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace qcc {

/// Some bytes of a text that are replaced by others.
struct ByteEdit
{
    qsizetype offset = 0; ///< in the text before all edits
    QByteArray removed;
    QByteArray inserted;
    bool operator==(const ByteEdit &) const = default;
};

/// Ascending, without overlaps.
using ByteEdits = std::vector<ByteEdit>;

/// @p text with @p edits made; none when it does not hold what they remove.
std::optional<QByteArray> applied(const QByteArray &text, const ByteEdits &edits);
/// What brings the text back from what applied() made of it.
ByteEdits inverted(const ByteEdits &edits);

} // namespace qcc
