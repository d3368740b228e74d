// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

#include <QJsonArray>

namespace qcc {

namespace {

constexpr qsizetype kMostTitle = 256; ///< of an embed, in characters
constexpr qsizetype kMostText = 4096;

/// Discord's markdown takes a backslash before any of its signs.
QString escaped(const QString &text)
{
    static const QString kSigns = QStringLiteral("\\*_~`|>#[]()<-:@");
    QString made;
    made.reserve(text.size() + 16);
    for (const QChar c : text) {
        if (kSigns.contains(c))
            made += QLatin1Char('\\');
        made += c;
    }
    return made;
}

/// Never ends in half an escape.
QString escapedTo(const QString &text, qsizetype most)
{
    QString plain = text;
    while (escaped(plain).size() > most)
        plain = fitUnits(plain, plain.size() - std::max<qsizetype>(1, (escaped(plain).size() - most) / 2));
    return escaped(plain);
}

int colour(const SpokenMessage &said)
{
    if (said.message.isCritical() && !said.isGood())
        return 0xd32f2f;
    return said.isGood() ? 0x388e3c : 0x546e7a;
}

} // namespace

HttpAsk discordAsk(const Addressed &to)
{
    const QJsonObject embed{{QStringLiteral("title"), escapedTo(to.said.title, kMostTitle)},
                            {QStringLiteral("description"), escapedTo(to.said.text(), kMostText)},
                            {QStringLiteral("color"), colour(to.said)}};
    const QJsonObject nobody{{QStringLiteral("parse"), QJsonArray{}}};
    return jsonAsk(to.secretUrl(), {{QStringLiteral("username"), QStringLiteral("QCC")},
                                    {QStringLiteral("embeds"), QJsonArray{embed}},
                                    {QStringLiteral("allowed_mentions"), nobody}});
}

/// 204 where it arrived; else `code` and `message`, and with 429 `retry_after` in seconds, with a fraction.
SendOutcome judgeDiscord(const HttpAnswer &answer)
{
    if (endByStatus(answer.status) == SendEnd::Arrived)
        return {};
    const QJsonObject body = jsonBody(answer);
    HttpAnswer told = answer;
    if (const QJsonValue wait = body[QLatin1String("retry_after")]; wait.isDouble() && wait.toDouble() > 0)
        told.retryAfter = milliseconds{qint64(std::min(wait.toDouble(), 1e6) * 1000)};
    return failedByStatus(told, body[QLatin1String("message")].toString());
}

} // namespace qcc
