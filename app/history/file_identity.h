// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace qcc {

/// Tells files of the same name apart; none when there is none.
std::optional<quint64> fileIdentity(const QString &path);

} // namespace qcc
