// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/answers.h"
#include "app/sim/faults.h"

#include <QJsonValue>

namespace qcc::sim {

namespace {

constexpr int maxStatus = 599;
constexpr double maxNumber = 1e9;

using Complaint = std::optional<QString>;
using Setter = Complaint (*)(Fault &, const QJsonValue &);

Complaint setNumber(const QJsonValue &value, double least, double most,
                    const std::function<void(qint64)> &set)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || number < least || number > most || number != double(qint64(number)))
        return QStringLiteral("must be a whole number from %1 to %2").arg(qint64(least)).arg(qint64(most));
    set(qint64(number));
    return {};
}

/// True when the text may stand in a header's value: no line can be broken with it.
bool fitsInHeader(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c < u' ' || c.unicode() > 0x7e; });
}

Complaint setHeaders(Fault &fault, const QJsonValue &value)
{
    if (!value.isObject())
        return QStringLiteral("must be an object of names and texts");
    const QJsonObject object = value.toObject();
    fault.headers.clear();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isString() || it.key().isEmpty() || it.key().contains(u':') || !fitsInHeader(it.key()) ||
            !fitsInHeader(it->toString()))
            return QStringLiteral("must hold names and texts of plain ASCII");
        fault.headers.push_back({it.key().toLatin1(), it->toString().toLatin1()});
    }
    return {};
}

Complaint setRetryAfter(Fault &fault, const QJsonValue &value)
{
    const QString text = value.toVariant().toString();
    if (!(value.isString() || value.isDouble()) || !fitsInHeader(text))
        return QStringLiteral("must be seconds or a date");
    fault.retryAfter = text.toLatin1();
    return {};
}

Complaint setThen(Fault &fault, const QJsonValue &value)
{
    if (value.toString() == u"close")
        fault.afterAnswer = AfterAnswer::Close;
    else if (value.toString() == u"keep-reading")
        fault.afterAnswer = AfterAnswer::KeepReading;
    else
        return QStringLiteral("must be close or keep-reading");
    return {};
}

Complaint setText(QByteArray &target, const QJsonValue &value)
{
    if (!value.isString())
        return QStringLiteral("must be a text");
    target = value.toString().toUtf8();
    return {};
}

const std::map<QString, Setter> &setters()
{
    static const std::map<QString, Setter> table = {
        {QStringLiteral("status"),
         [](Fault &f, const QJsonValue &v) {
             return setNumber(v, 200, maxStatus, [&f](qint64 n) { f.status = int(n); });
         }},
        {QStringLiteral("delay_ms"),
         [](Fault &f, const QJsonValue &v) {
             return setNumber(v, 0, maxNumber, [&f](qint64 n) { f.delay = std::chrono::milliseconds(n); });
         }},
        {QStringLiteral("event_delay_ms"),
         [](Fault &f, const QJsonValue &v) {
             return setNumber(v, 1, maxNumber,
                              [&f](qint64 n) { f.eventDelay = std::chrono::milliseconds(n); });
         }},
        {QStringLiteral("after_events"),
         [](Fault &f, const QJsonValue &v) {
             return setNumber(v, 0, maxNumber, [&f](qint64 n) { f.afterEvents = int(n); });
         }},
        {QStringLiteral("bytes"),
         [](Fault &f, const QJsonValue &v) {
             return setNumber(v, 0, 64.0 * 1024 * 1024, [&f](qint64 n) { f.bytes = n; });
         }},
        {QStringLiteral("requests"),
         [](Fault &f, const QJsonValue &v) {
             return setNumber(v, 1, maxNumber, [&f](qint64 n) { f.requests = int(n); });
         }},
        {QStringLiteral("body"), [](Fault &f, const QJsonValue &v) { return setText(f.body, v); }},
        {QStringLiteral("path"), [](Fault &f, const QJsonValue &v) { return setText(f.path, v); }},
        {QStringLiteral("headers"), setHeaders},
        {QStringLiteral("retry_after"), setRetryAfter},
        {QStringLiteral("then"), setThen},
    };
    return table;
}

std::optional<Fault> faultOfWord(const QString &word)
{
    for (const FaultHelp &fault : allFaults()) {
        if (word == QLatin1StringView(fault.word))
            return faultOf(fault.kind);
    }
    bool isStatus = false;
    const int status = word.toInt(&isStatus);
    if (isStatus && status >= 200 && status <= maxStatus)
        return statusFault(status);
    if (word == u"credit") {
        Fault fault = statusFault(400);
        fault.body = answers::error("invalid_request_error", answers::creditMessage, "req_credit");
        return fault;
    }
    return {};
}

} // namespace

ParsedFault parseFault(const QJsonObject &object)
{
    const QString word = object.value(QLatin1StringView("fault")).toVariant().toString();
    std::optional<Fault> fault = faultOfWord(word);
    if (!fault)
        return QStringLiteral("there is no fault \"%1\"; GET /_sim lists them").arg(word);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"fault")
            continue;
        const auto setter = setters().find(it.key());
        if (setter == setters().end())
            return QStringLiteral("a fault has no \"%1\"; GET /_sim lists what it has").arg(it.key());
        if (const Complaint complaint = setter->second(*fault, *it))
            return QStringLiteral("\"%1\" %2").arg(it.key(), *complaint);
    }
    if (fault->kind == FaultKind::Refuse && (fault->requests || !fault->path.isEmpty()))
        return QStringLiteral("refuse can't be limited: a refused connection brings no request to look at");
    return *fault;
}

QJsonObject toJson(const Fault &fault)
{
    QJsonObject headers;
    for (const Field &field : fault.headers)
        headers.insert(QString::fromLatin1(field.name), QString::fromLatin1(field.value));
    QJsonObject json{
        {QStringLiteral("fault"), QString::fromLatin1(wordOf(fault.kind))},
        {QStringLiteral("status"), fault.status},
        {QStringLiteral("body"), QString::fromUtf8(fault.body)},
        {QStringLiteral("retry_after"), QString::fromLatin1(fault.retryAfter)},
        {QStringLiteral("headers"), headers},
        {QStringLiteral("delay_ms"), qint64(fault.delay.count())},
        {QStringLiteral("event_delay_ms"), qint64(fault.eventDelay.count())},
        {QStringLiteral("after_events"), fault.afterEvents},
        {QStringLiteral("bytes"), fault.bytes},
        {QStringLiteral("then"),
         fault.afterAnswer == AfterAnswer::Close ? QStringLiteral("close") : QStringLiteral("keep-reading")},
        {QStringLiteral("path"), QString::fromUtf8(fault.path)},
    };
    if (fault.requests)
        json.insert(QStringLiteral("requests"), *fault.requests);
    return json;
}

} // namespace qcc::sim
