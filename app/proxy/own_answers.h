// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http1.h"
#include "models/domain/http_message.h"
#include "models/domain/request_record.h"
#include "models/rules/guard.h"
#include "models/rules/routing.h"

#include <span>

namespace qcc {

/// An answer of QCC's own: head (without framing fields) and body.
struct OwnAnswer
{
    ResponseHead head;
    QByteArray body;
};

/// An error in the form of the Messages API: {"type":"error","error":{"type":…,"message":…},"request_id":…}.
/// @p message holds no secret.
OwnAnswer errorAnswer(int status, const QString &message, HeaderFields extra = {});
OwnAnswer refusalAnswer(GuardVerdict verdict);
OwnAnswer faultAnswer(HttpFault fault);
/// 413. @p limit in bytes.
OwnAnswer bodyTooLargeAnswer(qint64 limit);
/// The answer to HEAD /api/hello, HEAD / and GET /.
OwnAnswer greetingAnswer();

/// @p text as a page of our own; not to be kept by anybody.
OwnAnswer pageAnswer(const QByteArray &contentType, const QByteArray &text);

/// A body as one SSE event, for a stream that has a head already. @p json: an error object; line breaks in it
/// become spaces.
QByteArray errorEvent(QByteArray json);

/// "production/api.example.com: connection refused", for each attempt and skipped candidate, in one line.
QString describe(std::span<const AttemptRecord> attempts, const std::vector<SkippedCandidate> &skipped,
                 const std::function<QString(const EndpointId &)> &endpointName, TimePoint now);
QString describe(const Outcome &outcome);

} // namespace qcc
