// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/byte_edits.h"
#include "app/claude/json_text.h"

#include <set>

namespace qcc {

/// How a person or program has laid out an object or array.
struct JsonLayout
{
    QByteArray before; ///< white space before each element: a line break and the indentation, or less
    QByteArray colon;  ///< between a member's name and its value
    QByteArray unit;   ///< by which what is one level deeper is indented
    bool inLines() const { return before.contains('\n'); }
    /// Of a container one level deeper that has nothing in it yet.
    JsonLayout deeper() const;
};

/// As the elements of @p container are laid out; like @p otherwise when it has none.
JsonLayout layoutOf(QByteArrayView text, const JsonContainer &container, const JsonLayout &otherwise);
/// For a document of which nothing tells: two spaces, and line breaks as in @p text.
JsonLayout usualLayout(QByteArrayView text);

/// Puts @p elements (their texts) behind the last one of @p container. @p parent: as what the container
/// stands in is laid out.
ByteEdits appending(QByteArrayView text, const JsonContainer &container, const JsonLayout &parent,
                    const QByteArrayList &elements);
/// A new container with @p elements between @p brackets ("{}" or "[]"), within what is laid out like
/// @p parent.
QByteArray newContainer(const JsonLayout &parent, QByteArrayView brackets, const QByteArrayList &elements);
/// Whether a comment stands between the elements of @p container, before or behind them.
bool hasComments(QByteArrayView text, const JsonContainer &container);
/// Takes the elements at @p indices out, each with one comma and the space before it; comments stay.
ByteEdits takingOut(QByteArrayView text, const JsonContainer &container, const std::set<size_t> &indices);

} // namespace qcc
