// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>
#include <QUrl>

#include <optional>
#include <utility>
#include <vector>

namespace qcc {

/// A POST to a service. Its address and headers hold secrets: never logged or kept.
struct HttpAsk
{
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< JSON
};

/// What came back, at most kMostAnswerBytes of it.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    std::optional<milliseconds> retryAfter{}; ///< its header
};

inline constexpr qsizetype kMostAnswerBytes = 64 * 1024;

} // namespace qcc
