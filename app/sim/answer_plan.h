// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sim_script.h"

namespace qcc::sim {

/// The good answer before it is framed: either one body, or the events of a stream.
struct AnswerPlan
{
    int status = 200;
    QByteArray contentType = "application/json";
    std::vector<Field> fields;
    QByteArray body; ///< when it is no stream
    bool isStream = false;
    bool headOnly = false; ///< answer to HEAD
    bool gzip = false;
    std::vector<Step> events; ///< Body and Delta steps of a stream, message_start to message_stop
};

/// What a provider that works well answers: routes, key, errors. Pure.
AnswerPlan planAnswer(const RequestFacts &facts, const SimOptions &options);
/// The API's error answer for @p status, with request-id.
AnswerPlan errorPlan(int status, const RequestFacts &facts);
QByteArray answerText(const SimOptions &options);

enum class Framing { Length, Chunked, UntilClose };
/// Status line and fields; @p length only with Framing::Length.
QByteArray headBytes(const AnswerPlan &plan, Framing framing, qint64 length, const std::vector<Field> &more);
/// The whole body in one piece, streams too.
QByteArray wholeBody(const AnswerPlan &plan, const Script &script);
QByteArray deltaBytes(const Script &script, int delta);

} // namespace qcc::sim
