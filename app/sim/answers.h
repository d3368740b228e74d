// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

/// Bodies and events in the words of the Anthropic API (docs.anthropic.com: Messages, Streaming, Errors),
/// byte by byte in its key order. Pure functions; what is sent when is decided in sim_script.h.
namespace qcc::sim::answers {

inline constexpr const char *creditMessage = "Your credit balance is too low to access the Anthropic API. "
                                             "Please go to Plans & Billing to upgrade or purchase credits.";

/// The API's error.type for this status; "api_error" for those it has no word for.
QByteArray errorType(int status);
QByteArray reasonPhrase(int status);
QByteArray error(const QByteArray &type, const QByteArray &message, const QByteArray &requestId);
/// The API's error object for this status, in its usual words.
QByteArray error(int status, const QByteArray &requestId);

/// The id of the message that answers a request: of the same digits as "req_…".
QByteArray messageId(const QByteArray &requestId);
QByteArray message(const QByteArray &id, const QByteArray &model, const QByteArray &text, qint64 inputTokens,
                   qint64 outputTokens);
/// The same with a call of a tool behind the text. @p input: a JSON object.
QByteArray toolMessage(const QByteArray &id, const QByteArray &model, const QByteArray &text,
                       const QByteArray &tool, const QByteArray &input, qint64 inputTokens,
                       qint64 outputTokens);
QByteArray countTokens(qint64 inputTokens);
/// A page of at most @p limit models.
QByteArray models(const std::vector<QByteArray> &ids, qsizetype limit);
QByteArray model(const QByteArray &id);
QByteArray htmlPage(const QByteArray &name);

/// One server-sent event: `event:` and `data:` lines and the blank line.
QByteArray messageStart(const QByteArray &id, const QByteArray &model, qint64 inputTokens);
QByteArray contentBlockStart();
QByteArray ping();
QByteArray contentBlockDelta(const QByteArray &text);
QByteArray contentBlockStop();
/// The whole second block of a stream: a call of a tool.
QByteArray toolUseBlock(const QByteArray &id, const QByteArray &tool, const QByteArray &input);
QByteArray messageDelta(qint64 outputTokens, const QByteArray &stopReason = "end_turn");
QByteArray messageStop();
QByteArray errorEvent(int status);

/// @p text cut into @p count pieces of nearly equal length, none inside a UTF-8 character; the text begins
/// again where it is shorter than that, so that no piece is empty.
std::vector<QByteArray> pieces(const QByteArray &text, int count);

} // namespace qcc::sim::answers
