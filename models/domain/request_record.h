// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"
#include "models/domain/outcome.h"

#include <vector>

namespace qcc {

/// One attempt as it is remembered and told.
struct AttemptRecord
{
    QString config;
    EndpointId endpoint;
    QString endpointName;
    Outcome outcome;
    milliseconds duration{0};
    QByteArray model{}; ///< the name that was sent, where it is not the client's (Config::modelMappings)
    bool operator==(const AttemptRecord &) const = default;
};

enum class RequestEnd {
    Served, ///< a provider's answer, complete
    Failed, ///< our own error
    Broken, ///< cut after the first content had reached the client
    ClientGone
};

/// As the provider counted them in message_start and message_delta, or in a JSON message.
struct TokenUsage
{
    qint64 input = 0;
    qint64 output = 0;
    qint64 cacheRead = 0;
    qint64 cacheCreation = 0;
    bool operator==(const TokenUsage &) const = default;
};

/// One request as it is remembered and told. No body, no secret.
struct RequestRecord
{
    quint64 number = 0;
    RequestKind kind = RequestKind::Other;
    QByteArray model;
    QByteArray session;
    TimePoint startedAt;
    milliseconds firstByte{0};
    milliseconds duration{0};
    RequestEnd end = RequestEnd::Served;
    int status = 0; ///< as the client saw it
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    std::vector<AttemptRecord> attempts;
    std::optional<TokenUsage> usage; ///< none: the answer told none
    bool spilledOver = false; ///< served, but not by the one who would have been first if all were well
    milliseconds held{0};     ///< it waited for so long, because every candidate was limited
    int removedThinking = 0;  ///< thinking blocks of another provider that were taken out (thinking_blocks.h)
    bool thinkingOff = false; ///< and thinking was disabled, since a tool's turn can't go on without them
    bool operator==(const RequestRecord &) const = default;
};

} // namespace qcc
