// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/proxy_start_options.h"
#include "models/domain/time.h"

#include <optional>

namespace qcc {

/// A time as typed: "10" and "1.5s" are seconds; "500ms", "2m", "1h". None when it is no such thing,
/// negative, or over 24 h.
std::optional<milliseconds> durationFromText(const QString &text);

struct ListenOption
{
    QString host;
    quint16 port = 0;
    bool operator==(const ListenOption &) const = default;
};

/// HOST:PORT as typed: an IP address (version 6 in brackets) or "localhost", and a port from 0 (any free one)
/// to 65535.
std::optional<ListenOption> listenAddressFromText(const QString &text);

} // namespace qcc
