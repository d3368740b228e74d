// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>

#include <chrono>

namespace qcc {

/// How long one address of a name is waited for while another is left, so that a family that leads nowhere
/// (IPv6 at many homes) does not take the whole connect limit.
inline constexpr std::chrono::milliseconds kAddressPatience{2'000};

/// The addresses of a name in the order in which they are tried: as the resolver gave them, but the families
/// in turn (RFC 8305 section 4).
QList<QHostAddress> inTurn(const QList<QHostAddress> &addresses);

} // namespace qcc
