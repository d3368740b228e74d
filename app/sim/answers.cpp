// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/answers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace qcc::sim::answers {

namespace {

struct StatusWords
{
    int status;
    const char *reason;
    const char *type;
    const char *message;
};

constexpr StatusWords statusWords[] = {
    {200, "OK", "", ""},
    {301, "Moved Permanently", "api_error", "Moved"},
    {302, "Found", "api_error", "Moved"},
    {307, "Temporary Redirect", "api_error", "Moved"},
    {308, "Permanent Redirect", "api_error", "Moved"},
    {400, "Bad Request", "invalid_request_error", "messages: at least one message is required"},
    {401, "Unauthorized", "authentication_error", "invalid x-api-key"},
    {402, "Payment Required", "billing_error", creditMessage},
    {403, "Forbidden", "permission_error",
     "Your API key does not have permission to use the specified resource."},
    {404, "Not Found", "not_found_error", "Not Found"},
    {405, "Method Not Allowed", "invalid_request_error", "Method Not Allowed"},
    {408, "Request Timeout", "timeout_error", "Request timed out"},
    {409, "Conflict", "conflict_error", "Conflict"},
    {413, "Payload Too Large", "request_too_large", "Request exceeds the maximum size"},
    {422, "Unprocessable Entity", "invalid_request_error", "Unprocessable request"},
    {429, "Too Many Requests", "rate_limit_error", "This request would exceed your account's rate limit."},
    {431, "Request Header Fields Too Large", "invalid_request_error", "Request head too large"},
    {500, "Internal Server Error", "api_error", "Internal server error"},
    {502, "Bad Gateway", "api_error", "Bad gateway"},
    {503, "Service Unavailable", "api_error", "Service unavailable"},
    {504, "Gateway Timeout", "timeout_error", "Request timed out"},
    {529, "Site Overloaded", "overloaded_error", "Overloaded"},
};

const StatusWords &wordsOf(int status)
{
    static constexpr StatusWords unknown{0, "Unknown", "api_error", "Something went wrong"};
    const auto found = std::ranges::find(statusWords, status, &StatusWords::status);
    return found == std::end(statusWords) ? unknown : *found;
}

QByteArray quoted(const QByteArray &text)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QByteArray usage(qint64 input, qint64 output)
{
    return "{\"input_tokens\":" + QByteArray::number(input) +
           ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":0,\"output_tokens\":" +
           QByteArray::number(output) + '}';
}

QByteArray event(const char *type, const QByteArray &rest)
{
    return QByteArray("event: ") + type + "\ndata: {\"type\":\"" + type + '"' + rest + "}\n\n";
}

QByteArray errorObject(const QByteArray &type, const QByteArray &message)
{
    return "{\"type\":" + quoted(type) + ",\"message\":" + quoted(message) + '}';
}

QByteArray textBlock(const QByteArray &text)
{
    return "{\"type\":\"text\",\"text\":" + quoted(text) + '}';
}

/// The call's id is made from the message's.
QByteArray toolUse(const QByteArray &id, const QByteArray &tool, const QByteArray &input)
{
    return "{\"type\":\"tool_use\",\"id\":" + quoted("toolu_" + id.sliced(id.indexOf('_') + 1)) +
           ",\"name\":" + quoted(tool) + ",\"input\":" + input + '}';
}

QByteArray messageOf(const QByteArray &id, const QByteArray &model, const QByteArray &content,
                     const QByteArray &stopReason, const QByteArray &used)
{
    return "{\"id\":" + quoted(id) +
           ",\"type\":\"message\",\"role\":\"assistant\",\"model\":" + quoted(model) + ",\"content\":[" +
           content + "],\"stop_reason\":" + quoted(stopReason) + ",\"stop_sequence\":null,\"usage\":" + used +
           '}';
}

bool startsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

} // namespace

QByteArray errorType(int status)
{
    return wordsOf(status).type;
}

QByteArray reasonPhrase(int status)
{
    return wordsOf(status).reason;
}

QByteArray error(const QByteArray &type, const QByteArray &message, const QByteArray &requestId)
{
    return "{\"type\":\"error\",\"error\":" + errorObject(type, message) +
           ",\"request_id\":" + quoted(requestId) + '}';
}

QByteArray error(int status, const QByteArray &requestId)
{
    return error(wordsOf(status).type, wordsOf(status).message, requestId);
}

QByteArray messageId(const QByteArray &requestId)
{
    return "msg_" + requestId.sliced(requestId.indexOf('_') + 1);
}

QByteArray message(const QByteArray &id, const QByteArray &model, const QByteArray &text, qint64 inputTokens,
                   qint64 outputTokens)
{
    return messageOf(id, model, textBlock(text), "end_turn", usage(inputTokens, outputTokens));
}

QByteArray toolMessage(const QByteArray &id, const QByteArray &model, const QByteArray &text,
                       const QByteArray &tool, const QByteArray &input, qint64 inputTokens,
                       qint64 outputTokens)
{
    return messageOf(id, model, textBlock(text) + ',' + toolUse(id, tool, input), "tool_use",
                     usage(inputTokens, outputTokens));
}

QByteArray countTokens(qint64 inputTokens)
{
    return "{\"input_tokens\":" + QByteArray::number(inputTokens) + '}';
}

QByteArray models(const std::vector<QByteArray> &ids, qsizetype limit)
{
    const auto count = std::min(limit, qsizetype(ids.size()));
    QByteArrayList shown;
    for (qsizetype i = 0; i < count; ++i)
        shown.append(model(ids[std::size_t(i)]));
    const QByteArray first = count > 0 ? quoted(ids.front()) : QByteArray("null");
    const QByteArray last = count > 0 ? quoted(ids[std::size_t(count - 1)]) : QByteArray("null");
    return "{\"data\":[" + shown.join(',') +
           "],\"has_more\":" + (count < qsizetype(ids.size()) ? "true" : "false") + ",\"first_id\":" + first +
           ",\"last_id\":" + last + '}';
}

QByteArray model(const QByteArray &id)
{
    return "{\"type\":\"model\",\"id\":" + quoted(id) + ",\"display_name\":" + quoted(id) +
           ",\"created_at\":\"2025-09-29T00:00:00Z\"}";
}

QByteArray htmlPage(const QByteArray &name)
{
    return "<!DOCTYPE html>\n<html><head><title>" + QString::fromUtf8(name).toHtmlEscaped().toUtf8() +
           "</title></head><body><h1>Sign in to continue</h1></body></html>\n";
}

QByteArray messageStart(const QByteArray &id, const QByteArray &model, qint64 inputTokens)
{
    return event("message_start",
                 ",\"message\":{\"id\":" + quoted(id) +
                     ",\"type\":\"message\",\"role\":\"assistant\",\"model\":" + quoted(model) +
                     ",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":" +
                     usage(inputTokens, 1) + '}');
}

QByteArray contentBlockStart()
{
    return event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
}

QByteArray ping()
{
    return event("ping", {});
}

QByteArray contentBlockDelta(const QByteArray &text)
{
    return event("content_block_delta",
                 ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted(text) + '}');
}

QByteArray contentBlockStop()
{
    return event("content_block_stop", ",\"index\":0");
}

QByteArray toolUseBlock(const QByteArray &id, const QByteArray &tool, const QByteArray &input)
{
    return event("content_block_start", ",\"index\":1,\"content_block\":" + toolUse(id, tool, "{}")) +
           event("content_block_delta",
                 ",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":" + quoted(input) +
                     '}') +
           event("content_block_stop", ",\"index\":1");
}

QByteArray messageDelta(qint64 outputTokens, const QByteArray &stopReason)
{
    return event("message_delta", ",\"delta\":{\"stop_reason\":" + quoted(stopReason) +
                                      ",\"stop_sequence\":null},\"usage\":{\"output_tokens\":" +
                                      QByteArray::number(outputTokens) + '}');
}

QByteArray messageStop()
{
    return event("message_stop", {});
}

QByteArray errorEvent(int status)
{
    return event("error", ",\"error\":" + errorObject(wordsOf(status).type, wordsOf(status).message));
}

std::vector<QByteArray> pieces(const QByteArray &text, int count)
{
    std::vector<QByteArray> result;
    QByteArray source = text;
    while (source.size() < qsizetype(count) * 4)
        source += ' ' + text;
    qsizetype from = 0;
    for (int i = 1; i <= count; ++i) {
        qsizetype to = source.size() * i / count;
        while (to < source.size() && !startsCharacter(source[to]))
            ++to;
        result.push_back(source.sliced(from, to - from));
        from = to;
    }
    return result;
}

} // namespace qcc::sim::answers
