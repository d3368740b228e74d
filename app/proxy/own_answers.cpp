// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/own_answers.h"

#include <QLocale>
#include <QRandomGenerator>

namespace qcc {

namespace {

QString errorType(int status)
{
    switch (status) {
    case 401:
        return QStringLiteral("authentication_error");
    case 403:
        return QStringLiteral("permission_error");
    case 413:
        return QStringLiteral("request_too_large");
    case 429:
        return QStringLiteral("rate_limit_error");
    case 503:
        return QStringLiteral("overloaded_error");
    case 504:
        return QStringLiteral("timeout_error");
    default:
        return status < 500 ? QStringLiteral("invalid_request_error") : QStringLiteral("api_error");
    }
}

/// RFC 9110 section 5.6.7.
QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'")
        .toLatin1();
}

QString seconds(TimePoint until, TimePoint now)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(until - now).count();
    return QString::number(std::max<decltype(left)>(left, 0)) + QLatin1String(" s");
}

QString describe(const SkippedCandidate &skipped, TimePoint now)
{
    const QString rest =
        skipped.until ? QStringLiteral(" for %1").arg(seconds(*skipped.until, now)) : QString();
    switch (skipped.reason) {
    case SkipReason::BreakerOpen:
        return QStringLiteral("failing, not tried") + rest;
    case SkipReason::TrialTaken:
        return QStringLiteral("failing, being tried by another request");
    case SkipReason::Limited:
        return QStringLiteral("rate limited") + rest;
    case SkipReason::ModelLimited:
        return QStringLiteral("overloaded for this model") + rest;
    case SkipReason::ModelMissing:
        return QStringLiteral("does not offer this model");
    case SkipReason::OutOfCredit:
        return QStringLiteral("out of credit");
    case SkipReason::KeyRejected:
        return QStringLiteral("key rejected");
    case SkipReason::NoKey:
        return QStringLiteral("no key stored");
    }
    Q_UNREACHABLE();
}

QString faultText(TransportFault fault)
{
    switch (fault) {
    case TransportFault::Dns:
        return QStringLiteral("name not found");
    case TransportFault::Refused:
        return QStringLiteral("connection refused");
    case TransportFault::ConnectTimeout:
        return QStringLiteral("no connection in time");
    case TransportFault::Tls:
        return QStringLiteral("TLS failed");
    case TransportFault::OutboundProxy:
        return QStringLiteral("its outbound proxy failed");
    case TransportFault::Reset:
        return QStringLiteral("connection lost");
    case TransportFault::HeaderTimeout:
        return QStringLiteral("no answer in time");
    case TransportFault::Protocol:
        return QStringLiteral("malformed answer");
    case TransportFault::Truncated:
        return QStringLiteral("answer cut off");
    case TransportFault::IdleTimeout:
        return QStringLiteral("answer stalled");
    case TransportFault::TotalTimeout:
        return QStringLiteral("answer took too long");
    case TransportFault::Cancelled:
        return QStringLiteral("cancelled");
    case TransportFault::None:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

} // namespace

OwnAnswer errorAnswer(int status, const QString &message, HeaderFields extra)
{
    const QString id =
        QStringLiteral("req_qcc_%1").arg(QRandomGenerator::global()->generate64(), 16, 16, QLatin1Char('0'));
    const QJsonObject error{{QStringLiteral("type"), errorType(status)},
                            {QStringLiteral("message"), message}};
    OwnAnswer answer;
    answer.head.status = status;
    answer.head.reason = reasonPhrase(status);
    answer.head.fields = {
        {"Date", httpDate()}, {"Content-Type", "application/json"}, {"request-id", id.toLatin1()}};
    answer.head.fields.insert(answer.head.fields.end(), extra.begin(), extra.end());
    // In the order of the API's own errors; QJsonObject would sort its members.
    answer.body = R"({"type":"error","error":)" + QJsonDocument(error).toJson(QJsonDocument::Compact) +
                  R"(,"request_id":")" + id.toLatin1() + "\"}";
    return answer;
}

OwnAnswer refusalAnswer(GuardVerdict verdict)
{
    switch (verdict) {
    case GuardVerdict::ForeignHost:
        return errorAnswer(421, QStringLiteral("QCC: the Host of this request is not this proxy. Use the "
                                               "address that `qcc proxy status` shows."));
    case GuardVerdict::CrossOrigin:
        return errorAnswer(403, QStringLiteral("QCC: web pages may not use this proxy."));
    case GuardVerdict::MethodNotAllowed:
        return errorAnswer(405, QStringLiteral("QCC: this method is not forwarded."),
                           {{"Allow", "GET, HEAD, POST, PUT, PATCH, DELETE"}});
    case GuardVerdict::OwnPageMethod:
        return errorAnswer(405, QStringLiteral("QCC: this page is only read."), {{"Allow", "GET, HEAD"}});
    case GuardVerdict::UpgradeRefused:
        return errorAnswer(400, QStringLiteral("QCC: a connection can't be upgraded here; speak HTTP/1.1."));
    case GuardVerdict::BadTarget:
        return errorAnswer(400, QStringLiteral("QCC: the request target is not a path."));
    case GuardVerdict::NotJson:
        return errorAnswer(415, QStringLiteral("QCC: a POST must be application/json."));
    case GuardVerdict::Unauthenticated:
        return errorAnswer(
            401, QStringLiteral("QCC: the local token is missing or wrong. `qcc claude env` prints it."),
            {{"x-should-retry", "false"}});
    case GuardVerdict::Loop:
        return errorAnswer(
            508,
            QStringLiteral("QCC: this request came through this QCC already; an endpoint points back at it."),
            {{"x-should-retry", "false"}});
    case GuardVerdict::Allowed:
    case GuardVerdict::Greeting:
    case GuardVerdict::OwnPage:
        break;
    }
    return greetingAnswer();
}

OwnAnswer faultAnswer(HttpFault fault)
{
    switch (fault) {
    case HttpFault::HeadTooLarge:
    case HttpFault::TooManyFields:
        return errorAnswer(431,
                           QStringLiteral("QCC: the request's head is over its limit (32 KiB, 100 fields)."));
    default:
        return errorAnswer(400, QStringLiteral("QCC: malformed or ambiguous HTTP/1.1 request."));
    }
}

OwnAnswer bodyTooLargeAnswer(qint64 limit)
{
    constexpr qint64 kMiB = 1024 * 1024;
    const QString size =
        limit >= kMiB ? QStringLiteral("%1 MiB").arg(limit / kMiB) : QStringLiteral("%1 bytes").arg(limit);
    return errorAnswer(413, QStringLiteral("QCC: the request's body is over its limit of %1.").arg(size));
}

OwnAnswer greetingAnswer()
{
    OwnAnswer answer;
    answer.head.status = 200;
    answer.head.reason = reasonPhrase(200);
    answer.head.fields = {{"Date", httpDate()}, {"Content-Type", "application/json"}};
    answer.body = "{\"service\":\"qcc\"}";
    return answer;
}

OwnAnswer pageAnswer(const QByteArray &contentType, const QByteArray &text)
{
    OwnAnswer answer;
    answer.head.status = 200;
    answer.head.reason = reasonPhrase(200);
    answer.head.fields = {{"Date", httpDate()}, {"Content-Type", contentType}, {"Cache-Control", "no-store"}};
    answer.body = text;
    return answer;
}

QByteArray errorEvent(QByteArray json)
{
    // JSON has line breaks between its tokens only.
    return "event: error\ndata: " + json.trimmed().replace('\r', ' ').replace('\n', ' ') + "\n\n";
}

QString describe(const Outcome &outcome)
{
    const QString status = QString::number(outcome.status);
    switch (outcome.kind) {
    case OutcomeKind::Success:
        return QStringLiteral("served");
    case OutcomeKind::PassedThrough:
        return status;
    case OutcomeKind::OutOfCredit:
        return status + QLatin1String(" out of credit");
    case OutcomeKind::KeyRejected:
        return status + QLatin1String(" key rejected");
    case OutcomeKind::NotFound:
        return status + QLatin1String(" not found");
    case OutcomeKind::ConfigSaysNext:
        return status + QLatin1String(" that this config lists to be tried elsewhere");
    case OutcomeKind::ServerError:
        return status + QLatin1String(" server error");
    case OutcomeKind::RateLimitedUntil:
    case OutcomeKind::RateLimited:
        return status + QLatin1String(" rate limited");
    case OutcomeKind::Overloaded:
        return status + QLatin1String(" overloaded");
    case OutcomeKind::WrongContent:
        return QStringLiteral("%1 with content that was not asked for").arg(status);
    case OutcomeKind::EarlyStreamFailure:
        return outcome.errorType.isEmpty()
                   ? QStringLiteral("stream ended before content")
                   : QStringLiteral("stream failed before content: ") + outcome.errorType;
    case OutcomeKind::BrokenStream:
        return QStringLiteral("stream broke off");
    case OutcomeKind::ClientGone:
        return QStringLiteral("client went away");
    case OutcomeKind::ConnectFailure:
    case OutcomeKind::ConnectionLost:
    case OutcomeKind::HeaderTimeout:
    case OutcomeKind::ProtocolViolation:
    case OutcomeKind::TimedOut:
        return faultText(outcome.fault);
    }
    Q_UNREACHABLE();
}

QString describe(std::span<const AttemptRecord> attempts, const std::vector<SkippedCandidate> &skipped,
                 const std::function<QString(const EndpointId &)> &endpointName, TimePoint now)
{
    QStringList parts;
    for (const AttemptRecord &attempt : attempts)
        parts += attempt.config + QLatin1Char('/') + attempt.endpointName + QLatin1String(": ") +
                 describe(attempt.outcome);
    for (const SkippedCandidate &each : skipped) {
        const QString name = endpointName(each.candidate.endpoint);
        parts += each.candidate.config + QLatin1Char('/') + name + QLatin1String(": ") + describe(each, now);
    }
    return parts.join(QLatin1String("; "));
}

} // namespace qcc
