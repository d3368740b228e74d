// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

namespace qcc {

namespace {

constexpr qsizetype kMostUnits = 4096; ///< of a message's text

QUrl methodUrl(const Addressed &to)
{
    QUrl url = to.serverUrl();
    const QByteArray token = to.secret(ChannelSecret::Token);
    if (!url.isValid() || token.isEmpty())
        return {};
    QString base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + QStringLiteral("/bot") + QString::fromLatin1(token.toPercentEncoding(":")) +
                    QStringLiteral("/sendMessage"),
                QUrl::StrictMode);
    return url;
}

} // namespace

HttpAsk telegramAsk(const Addressed &to)
{
    const QString text = fitUnits(to.said.title + QLatin1Char('\n') + to.said.text(), kMostUnits);
    const QJsonObject preview{{QStringLiteral("is_disabled"), true}};
    return jsonAsk(methodUrl(to), {{QStringLiteral("chat_id"), to.channel.recipients.value(0)},
                                   {QStringLiteral("text"), text},
                                   {QStringLiteral("link_preview_options"), preview}});
}

/// "Making requests": `ok`, else `error_code` and `description`, and `parameters.retry_after` in seconds.
SendOutcome judgeTelegram(const HttpAnswer &answer)
{
    const QJsonObject body = jsonBody(answer);
    const QJsonValue ok = body[QLatin1String("ok")];
    if (!ok.isBool())
        return endByStatus(answer.status) == SendEnd::Arrived ? notItsForm() : judgeStatus(answer);
    if (ok.toBool())
        return {};
    HttpAnswer told = answer;
    told.status = body[QLatin1String("error_code")].toInt(answer.status);
    const QJsonValue wait = body[QLatin1String("parameters")][QLatin1String("retry_after")];
    if (wait.isDouble() && wait.toDouble() > 0)
        told.retryAfter = seconds{wait.toInteger()};
    SendOutcome made = failedByStatus(told, body[QLatin1String("description")].toString());
    if (made.end == SendEnd::Arrived)
        return notItsForm();
    return made;
}

} // namespace qcc
