// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace qcc {

/// What tells one request from another without keeping it. Digests, see ConversationPeek.
struct RequestMark
{
    std::optional<quint64> body;        ///< of all of it; none: it is not all here yet
    std::optional<quint64> lastMessage; ///< what it asks; none: not known
    std::optional<quint64> summary;     ///< what the conversation goes on from after a compaction
    bool operator==(const RequestMark &) const = default;
};

struct SessionRequest
{
    QByteArray session; ///< empty: it names none
    QByteArray model;
    RequestMark mark;
};

/// What the past of a request's session means for where it goes.
struct SessionPull
{
    QString config;                  ///< first, while an endpoint of it is free; empty: as the rules say
    std::vector<EndpointId> avoid;   ///< this very request broke there: last of all, the last one at the end
    std::vector<QString> answeredBy; ///< see RoutingPlan::sessionConfigs
    bool operator==(const SessionPull &) const = default;
};

} // namespace qcc
