// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

namespace qcc {

namespace {

constexpr qsizetype kMostBytes = 2048; ///< of a text message's content

bool mayPass(qint64 code)
{
    return code == -1        // the system is busy
           || code == 45009  // too many messages a minute
           || code == 45033; // too many at once
}

} // namespace

HttpAsk weComAsk(const Addressed &to)
{
    const QString content = fitBytes(to.said.title + QLatin1Char('\n') + to.said.text(), kMostBytes);
    return jsonAsk(to.secretUrl(),
                   {{QStringLiteral("msgtype"), QStringLiteral("text")},
                    {QStringLiteral("text"), QJsonObject{{QStringLiteral("content"), content}}}});
}

SendOutcome judgeWeCom(const HttpAnswer &answer)
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
