// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

#include <QJsonArray>

namespace qcc {

namespace {

constexpr qsizetype kMostMessageBytes = 4096; ///< beyond it would become an attachment
constexpr qsizetype kMostTitleBytes = 250;

/// 1 … 5, 3 is usual.
int priority(const SpokenMessage &said)
{
    if (said.isGood())
        return 3;
    return said.message.isCritical() ? 5 : 3;
}

/// Those that ntfy shows as a sign.
QString tag(const SpokenMessage &said)
{
    if (said.isGood())
        return QStringLiteral("white_check_mark");
    if (said.message.isCritical())
        return QStringLiteral("rotating_light");
    return said.message.form == AlertMessageForm::News ? QStringLiteral("warning")
                                                       : QStringLiteral("information_source");
}

} // namespace

/// To the server's root, with the topic in the body.
HttpAsk ntfyAsk(const Addressed &to)
{
    HttpAsk ask =
        jsonAsk(to.serverUrl(), {{QStringLiteral("topic"), to.channel.recipients.value(0)},
                                 {QStringLiteral("title"), fitBytes(to.said.title, kMostTitleBytes)},
                                 {QStringLiteral("message"), fitBytes(to.said.text(), kMostMessageBytes)},
                                 {QStringLiteral("priority"), priority(to.said)},
                                 {QStringLiteral("tags"), QJsonArray{tag(to.said)}}});
    if (const QByteArray token = to.secret(ChannelSecret::Token); !token.isEmpty())
        ask.headers.emplace_back("Authorization", "Bearer " + token);
    return ask;
}

/// Errors are JSON: `code`, `http`, `error`.
SendOutcome judgeNtfy(const HttpAnswer &answer)
{
    if (endByStatus(answer.status) == SendEnd::Arrived)
        return {};
    return failedByStatus(answer, jsonBody(answer)[QLatin1String("error")].toString());
}

} // namespace qcc
