// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/answer_plan.h"

#include "app/sim/answers.h"

#include <QLocale>
#include <QUrlQuery>

namespace qcc::sim {

namespace {

constexpr qsizetype defaultModelPage = 20; // docs.anthropic.com, "List Models": limit defaults to 20

qint64 inputTokens(const RequestFacts &facts)
{
    constexpr qint64 bytesPerToken = 4;
    return std::max<qint64>(1, facts.bodySize / bytesPerToken);
}

std::vector<Field> rateLimitFields()
{
    const QByteArray reset = QDateTime::currentDateTimeUtc().addSecs(60).toString(Qt::ISODate).toLatin1();
    return {{"anthropic-ratelimit-requests-limit", "4000"},
            {"anthropic-ratelimit-requests-remaining", "3999"},
            {"anthropic-ratelimit-requests-reset", reset},
            {"anthropic-ratelimit-tokens-limit", "400000"},
            {"anthropic-ratelimit-tokens-remaining", "399000"},
            {"anthropic-ratelimit-tokens-reset", reset}};
}

bool callsTool(const RequestFacts &facts, const SimOptions &options)
{
    return options.tool && facts.offersTools && !facts.hasToolResult;
}

std::vector<Step> streamEvents(const RequestFacts &facts, const SimOptions &options)
{
    const int deltas = std::max(1, options.events);
    std::vector<Step> events;
    events.push_back({Step::Action::Body, answers::messageStart(answers::messageId(facts.requestId),
                                                                facts.model, inputTokens(facts))});
    events.push_back({Step::Action::Body, answers::contentBlockStart()});
    events.push_back({Step::Action::Body, answers::ping()});
    for (int delta = 0; delta < deltas; ++delta) {
        const auto delay = delta == 0 ? std::chrono::milliseconds(0) : options.interval;
        events.push_back({Step::Action::Delta, {}, delay, delta});
    }
    events.push_back({Step::Action::Body, answers::contentBlockStop()});
    if (callsTool(facts, options)) {
        events.push_back(
            {Step::Action::Body, answers::toolUseBlock(answers::messageId(facts.requestId),
                                                       options.tool->name, options.tool->input)});
        events.push_back({Step::Action::Body, answers::messageDelta(deltas, "tool_use")});
    } else {
        events.push_back({Step::Action::Body, answers::messageDelta(deltas)});
    }
    events.push_back({Step::Action::Body, answers::messageStop()});
    return events;
}

AnswerPlan planError(int status, const QByteArray &type, const QByteArray &message, const RequestFacts &facts)
{
    AnswerPlan plan = errorPlan(status, facts);
    plan.body = answers::error(type, message, facts.requestId);
    return plan;
}

AnswerPlan planMessages(const RequestFacts &facts, const SimOptions &options)
{
    if (!facts.isJsonObject)
        return planError(400, "invalid_request_error", "The request body is not valid JSON", facts);
    if (facts.model.isEmpty())
        return planError(400, "invalid_request_error", "model: Field required", facts);
    AnswerPlan plan;
    plan.fields = rateLimitFields();
    plan.isStream = facts.wantsStream;
    if (plan.isStream) {
        plan.contentType = "text/event-stream; charset=utf-8";
        plan.fields.push_back({"cache-control", "no-cache"});
        plan.events = streamEvents(facts, options);
    } else if (callsTool(facts, options)) {
        plan.body =
            answers::toolMessage(answers::messageId(facts.requestId), facts.model, answerText(options),
                                 options.tool->name, options.tool->input, inputTokens(facts), options.events);
    } else {
        plan.body = answers::message(answers::messageId(facts.requestId), facts.model, answerText(options),
                                     inputTokens(facts), options.events);
    }
    return plan;
}

AnswerPlan planModels(const RequestFacts &facts, const SimOptions &options)
{
    AnswerPlan plan;
    if (facts.path == "/v1/models") {
        const QString limit =
            QUrlQuery(QString::fromLatin1(facts.query)).queryItemValue(QStringLiteral("limit"));
        const qsizetype asked = limit.isEmpty() ? defaultModelPage : limit.toInt();
        if (asked < 1 || asked > 1000)
            return planError(400, "invalid_request_error", "limit: must be from 1 to 1000", facts);
        plan.body = answers::models(options.models, asked);
        return plan;
    }
    const QByteArray id = facts.path.sliced(qsizetype(sizeof "/v1/models/") - 1);
    if (std::ranges::find(options.models, id) == options.models.end())
        return planError(404, "not_found_error", "model: " + id, facts);
    plan.body = answers::model(id);
    return plan;
}

bool isAmong(const std::vector<QByteArray> &paths, const QByteArray &path)
{
    return std::ranges::find(paths, path) != paths.end();
}

AnswerPlan planRoute(const RequestFacts &facts, const SimOptions &options)
{
    const bool isGet = facts.method == "GET" || facts.method == "HEAD";
    const bool isPost = facts.method == "POST";
    const bool isMessages = facts.path == "/v1/messages";
    const bool isCount = facts.path == "/v1/messages/count_tokens";
    const bool isModels = facts.path == "/v1/models" || facts.path.startsWith("/v1/models/");
    if ((!isMessages && !isCount && !isModels) || isAmong(options.missing, facts.path))
        return errorPlan(404, facts);
    if (isModels ? !isGet : !isPost)
        return errorPlan(405, facts);
    const bool open = options.apiKey.isEmpty() || isAmong(options.open, facts.path);
    if (!open && facts.credential != options.apiKey)
        return errorPlan(401, facts);
    if (isModels)
        return planModels(facts, options);
    if (isMessages)
        return planMessages(facts, options);
    if (!facts.isJsonObject)
        return planError(400, "invalid_request_error", "The request body is not valid JSON", facts);
    AnswerPlan plan;
    plan.body = answers::countTokens(inputTokens(facts));
    return plan;
}

} // namespace

QByteArray answerText(const SimOptions &options)
{
    if (!options.text.isEmpty())
        return options.text;
    return "Hello from " + options.name + "! This answer was made by the simulated provider \"" +
           options.name + "\", word by word.";
}

AnswerPlan errorPlan(int status, const RequestFacts &facts)
{
    AnswerPlan plan;
    plan.status = status;
    plan.body = answers::error(status, facts.requestId);
    plan.fields = {{"request-id", facts.requestId}};
    plan.headOnly = facts.method == "HEAD";
    return plan;
}

AnswerPlan planAnswer(const RequestFacts &facts, const SimOptions &options)
{
    AnswerPlan plan = planRoute(facts, options);
    const bool hasId =
        std::ranges::any_of(plan.fields, [](const Field &f) { return f.name == "request-id"; });
    if (!hasId)
        plan.fields.insert(plan.fields.begin(), {"request-id", facts.requestId});
    plan.headOnly = facts.method == "HEAD";
    plan.gzip = options.gzip && facts.acceptsGzip;
    return plan;
}

QByteArray headBytes(const AnswerPlan &plan, Framing framing, qint64 length, const std::vector<Field> &more)
{
    const QByteArray version = framing == Framing::UntilClose ? "HTTP/1.0 " : "HTTP/1.1 ";
    QByteArray head =
        version + QByteArray::number(plan.status) + ' ' + answers::reasonPhrase(plan.status) + "\r\n";
    const QLocale c = QLocale::c();
    const QString date = c.toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss");
    head += "date: " + date.toLatin1() + " GMT\r\n";
    if (!plan.contentType.isEmpty())
        head += "content-type: " + plan.contentType + "\r\n";
    for (const Field &field : plan.fields)
        head += field.name + ": " + field.value + "\r\n";
    if (plan.gzip)
        head += "content-encoding: gzip\r\n";
    for (const Field &field : more)
        head += field.name + ": " + field.value + "\r\n";
    if (framing == Framing::Length)
        head += "content-length: " + QByteArray::number(length) + "\r\n";
    if (framing == Framing::Chunked)
        head += "transfer-encoding: chunked\r\n";
    return head + "\r\n";
}

QByteArray deltaBytes(const Script &script, int delta)
{
    QByteArray text = script.pieces[std::size_t(delta) % script.pieces.size()];
    if (script.padding > 0)
        text += QByteArray(script.padding, '.');
    return answers::contentBlockDelta(text);
}

QByteArray wholeBody(const AnswerPlan &plan, const Script &script)
{
    QByteArray body = plan.body;
    for (const Step &event : plan.events)
        body += event.action == Step::Action::Delta ? deltaBytes(script, event.delta) : event.bytes;
    return body;
}

} // namespace qcc::sim
