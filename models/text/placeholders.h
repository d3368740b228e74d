// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace qcc {

/// @p text with %1 … %9 filled from @p values (the first is %1) all at once: a value may hold a "%2" of its
/// own.
QString filled(const QString &text, const QStringList &values);

/// The values with which @p form, a text with each of %1 … %n once, becomes @p said. None: it doesn't.
std::optional<QStringList> valuesIn(const QString &form, const QString &said);

} // namespace qcc
