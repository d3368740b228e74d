// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

namespace qcc {

namespace {

constexpr qsizetype kMostBytes = 12'000; ///< of 20,000 for the whole body, with room for JSON's escapes

QUrl signedUrl(QUrl url, const QByteArray &secret, TimePoint now)
{
    const QByteArray timestamp = QByteArray::number(qint64(now.time_since_epoch().count()));
    const QByteArray sign = hmacSha256(secret, timestamp + '\n' + secret).toBase64().toPercentEncoding();
    QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    if (!query.isEmpty())
        query += '&';
    query += "timestamp=" + timestamp + "&sign=" + sign;
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

bool mayPass(qint64 code)
{
    return code == -1         // the system is busy
           || code == 130101  // too many messages a minute
           || code == 410100; // the same
}

} // namespace

HttpAsk dingTalkAsk(const Addressed &to)
{
    QUrl url = to.secretUrl();
    if (const QByteArray secret = to.secret(ChannelSecret::Signing); url.isValid() && !secret.isEmpty())
        url = signedUrl(url, secret, to.now);
    const QString content = fitBytes(to.said.title + QLatin1Char('\n') + to.said.text(), kMostBytes);
    return jsonAsk(url, {{QStringLiteral("msgtype"), QStringLiteral("text")},
                         {QStringLiteral("text"), QJsonObject{{QStringLiteral("content"), content}}}});
}

SendOutcome judgeDingTalk(const HttpAnswer &answer)
{
    if (endByStatus(answer.status) != SendEnd::Arrived)
        return judgeStatus(answer);
    const QJsonObject body = jsonBody(answer);
    const QJsonValue code = body[QLatin1String("errcode")];
    if (!code.isDouble())
        return notItsForm();
    if (code.toInteger() == 0)
        return {};
    return failedByCode(mayPass(code.toInteger()) ? SendEnd::Failed : SendEnd::Refused, code.toInteger(),
                        body[QLatin1String("errmsg")].toString());
}

} // namespace qcc
