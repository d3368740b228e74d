// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

#include "models/text/text.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace qcc {

namespace {

const QChar kEllipsis(u'…');

/// @p text's first @p units code units, without half a character at the end.
QString head(const QString &text, qsizetype units)
{
    if (units > 0 && units < text.size() && text[units - 1].isHighSurrogate())
        --units;
    return text.left(std::max<qsizetype>(0, units));
}

} // namespace

HttpAsk jsonAsk(const QUrl &url, const QJsonObject &body)
{
    HttpAsk made;
    made.url = url;
    made.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"User-Agent", "QCC/" QCC_VERSION}};
    made.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return made;
}

QByteArray hmacSha256(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QString fitBytes(const QString &text, qsizetype most)
{
    if (text.toUtf8().size() <= most)
        return text;
    QString cut = head(text, most);
    while (!cut.isEmpty() && (cut + kEllipsis).toUtf8().size() > most)
        cut = head(cut, cut.size() - 1);
    return cut + kEllipsis;
}

QString fitUnits(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : head(text, most - 1) + kEllipsis;
}

QJsonObject jsonBody(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

SendEnd endByStatus(int status)
{
    if (status >= 200 && status < 300)
        return SendEnd::Arrived;
    if (status == 408 || status == 425 || status == 429 || status >= 500)
        return SendEnd::Failed;
    return SendEnd::Refused;
}

SendOutcome failedByStatus(const HttpAnswer &answer, const QString &words)
{
    SendOutcome made{endByStatus(answer.status), {}, answer.retryAfter};
    if (answer.status >= 300 && answer.status < 400)
        made.trouble = Text::tr("The service answered with a redirect (HTTP %1), which QCC does not follow.")
                           .arg(answer.status);
    else if (words.isEmpty())
        made.trouble = Text::tr("The service answered with HTTP status %1.").arg(answer.status);
    else
        made.trouble = Text::tr("The service answered with HTTP status %1: %2").arg(answer.status).arg(words);
    return made;
}

SendOutcome failedByCode(SendEnd end, qint64 code, const QString &words)
{
    return {end, Text::tr("The service answered with error %1: %2").arg(code).arg(words), {}};
}

SendOutcome notItsForm()
{
    return {
        SendEnd::Failed, Text::tr("The answer is not one of this kind of service. Check the address."), {}};
}

SendOutcome judgeStatus(const HttpAnswer &answer)
{
    if (endByStatus(answer.status) == SendEnd::Arrived)
        return {};
    return failedByStatus(answer, QString::fromUtf8(answer.body));
}

} // namespace qcc
