// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/alert_json.h"

#include "models/domain/words.h"

#include <QDateTime>
#include <QJsonArray>

namespace qcc {

namespace {

QString timeText(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue timeOrNull(const std::optional<TimePoint> &at)
{
    return at ? QJsonValue(timeText(*at)) : QJsonValue(QJsonValue::Null);
}

QJsonObject happeningJson(const AlertHappening &happening)
{
    const Alert &alert = happening.alert;
    return {{QStringLiteral("kind"), toWord(alert.kind)},
            {QStringLiteral("subject"), alert.subject},
            {QStringLiteral("detail"), alert.detail},
            {QStringLiteral("from"), alert.from},
            {QStringLiteral("to"), alert.to},
            {QStringLiteral("since"), timeText(alert.since)},
            {QStringLiteral("ended"), timeOrNull(happening.ended)},
            {QStringLiteral("critical"), happening.critical}};
}

QJsonObject standingJson(const Alert &alert)
{
    return {{QStringLiteral("kind"), toWord(alert.kind)},
            {QStringLiteral("subject"), alert.subject},
            {QStringLiteral("since"), timeText(alert.since)}};
}

QJsonObject digestJson(const DigestFacts &facts)
{
    QJsonObject raised;
    for (const auto &[kind, times] : facts.raised)
        raised[toWord(kind)] = times;
    QJsonArray stands;
    for (const Alert &alert : facts.stands)
        stands.append(standingJson(alert));
    return {{QStringLiteral("from"), timeText(facts.from)},
            {QStringLiteral("to"), timeText(facts.to)},
            {QStringLiteral("failovers"), facts.failovers},
            {QStringLiteral("recoveries"), facts.recoveries},
            {QStringLiteral("raised"), raised},
            {QStringLiteral("away_seconds"), qint64(std::chrono::duration_cast<seconds>(facts.away).count())},
            {QStringLiteral("last_switch_to"), facts.lastSwitch ? facts.lastSwitch->to : QString()},
            {QStringLiteral("stands"), stands},
            {QStringLiteral("stands_left_out"), facts.standsLeftOut}};
}

} // namespace

QString eventWord(const AlertMessage &message)
{
    switch (message.form) {
    case AlertMessageForm::News: {
        const AlertKind kind = message.happenings.front().alert.kind;
        const bool once = kind == AlertKind::Failover || kind == AlertKind::Recovery;
        return once ? QStringLiteral("announced") : QStringLiteral("raised");
    }
    case AlertMessageForm::End:
        return QStringLiteral("cleared");
    case AlertMessageForm::Summary:
        return QStringLiteral("summary");
    case AlertMessageForm::Digest:
        return QStringLiteral("digest");
    case AlertMessageForm::Test:
        return QStringLiteral("test");
    }
    Q_UNREACHABLE();
}

QJsonObject alertJson(const SpokenMessage &said)
{
    QJsonArray alerts;
    for (const AlertHappening &happening : said.message.happenings)
        alerts.append(happeningJson(happening));
    QJsonObject made{{QStringLiteral("source"), QStringLiteral("qcc")},
                     {QStringLiteral("version"), 1},
                     {QStringLiteral("computer"), said.computer},
                     {QStringLiteral("sent_at"), timeText(said.at)},
                     {QStringLiteral("event"), eventWord(said.message)},
                     {QStringLiteral("critical"), said.message.isCritical()},
                     {QStringLiteral("title"), said.title},
                     {QStringLiteral("text"), said.text()},
                     {QStringLiteral("alerts"), alerts},
                     {QStringLiteral("left_out"), said.message.leftOut}};
    if (said.message.form == AlertMessageForm::Digest)
        made[QStringLiteral("digest")] = digestJson(said.message.digest);
    return made;
}

} // namespace qcc
