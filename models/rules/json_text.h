// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace qcc {

/// Looks single members up in a JSON text without building a document, so that the text may also be cut off
/// somewhere (a held-back first part, a long SSE line). It does not validate. Pure; any thread.

/// The first '"' or '\\' at or after @p from, or the text's size. Eight bytes at a time.
qsizetype findQuoteOrEscape(QByteArrayView text, qsizetype from);

/// How many bytes at the beginning are ASCII and neither '"' nor '\\'. Eight bytes at a time.
qsizetype plainAsciiSize(QByteArrayView text);

/// The raw value of the first member @p key of the object that @p object starts with (after white space);
/// nothing when it is no object or has no such member before the text ends. The value of a cut-off text is
/// cut off too.
std::optional<QByteArrayView> jsonMember(QByteArrayView object, QByteArrayView key);

/// The unescaped content of a raw value that is a complete JSON string; nothing otherwise.
std::optional<QByteArray> jsonString(QByteArrayView raw);

/// @p text (UTF-8) as a JSON string, with its quotes.
QByteArray jsonQuoted(QByteArrayView text);

/// Undoes the escapes of RFC 8259 section 7 in what stood between the quotes; nothing when one is wrong.
std::optional<QByteArray> jsonUnescape(QByteArrayView inner);

} // namespace qcc
