// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

#include <QJsonArray>

namespace qcc {

namespace {

constexpr qsizetype kMostBytes = 12'000; ///< of 20 KiB for the whole body, with room for JSON's escapes

/// "Custom bot", signature: the key is timestamp, newline and secret; what is signed is empty.
void sign(QJsonObject &body, const QByteArray &secret, TimePoint now)
{
    const qint64 at = std::chrono::duration_cast<seconds>(now.time_since_epoch()).count();
    const QByteArray timestamp = QByteArray::number(at);
    body[QLatin1String("timestamp")] = QString::fromLatin1(timestamp);
    body[QLatin1String("sign")] =
        QString::fromLatin1(hmacSha256(timestamp + '\n' + secret, QByteArray()).toBase64());
}

QJsonArray paragraphs(const QString &text)
{
    QJsonArray made;
    for (const QString &line : text.split(QLatin1Char('\n')))
        made.append(QJsonArray{
            QJsonObject{{QStringLiteral("tag"), QStringLiteral("text")}, {QStringLiteral("text"), line}}});
    return made;
}

} // namespace

HttpAsk feishuAsk(const Addressed &to)
{
    const QJsonObject post{{QStringLiteral("title"), fitBytes(to.said.title, 500)},
                           {QStringLiteral("content"), paragraphs(fitBytes(to.said.text(), kMostBytes))}};
    // One language is required, and shown where the reader's own is missing.
    QJsonObject body{{QStringLiteral("msg_type"), QStringLiteral("post")},
                     {QStringLiteral("content"),
                      QJsonObject{{QStringLiteral("post"), QJsonObject{{QStringLiteral("zh_cn"), post}}}}}};
    if (const QByteArray secret = to.secret(ChannelSecret::Signing); !secret.isEmpty())
        sign(body, secret, to.now);
    return jsonAsk(to.secretUrl(), body);
}

/// Older answers have StatusCode and StatusMessage in the place of code and msg.
SendOutcome judgeFeishu(const HttpAnswer &answer)
{
    const QJsonObject body = jsonBody(answer);
    QJsonValue code = body[QLatin1String("code")];
    if (!code.isDouble())
        code = body[QLatin1String("StatusCode")];
    if (!code.isDouble())
        return endByStatus(answer.status) == SendEnd::Arrived ? notItsForm() : judgeStatus(answer);
    if (code.toInteger() == 0 && endByStatus(answer.status) == SendEnd::Arrived)
        return {};
    const bool tooMany = code.toInteger() == 11232; // messages in this minute
    const QString words =
        body[QLatin1String("msg")].toString(body[QLatin1String("StatusMessage")].toString());
    return failedByCode(tooMany || answer.status >= 500 ? SendEnd::Failed : SendEnd::Refused,
                        code.toInteger(), words);
}

} // namespace qcc
