// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/delivery_world.h"

#include "models/domain/words.h"

namespace qcc::test {

namespace {

const QList<std::pair<QString, AlertKind>> &names()
{
    static const QList<std::pair<QString, AlertKind>> kNames{
        {QStringLiteral("down"), AlertKind::AllDown},
        {QStringLiteral("alone"), AlertKind::NoFallback},
        {QStringLiteral("limit"), AlertKind::HourlyLimit},
        {QStringLiteral("away"), AlertKind::AwayFromPrimary},
        {QStringLiteral("net"), AlertKind::OwnNetwork},
        {QStringLiteral("file"), AlertKind::HistoryUnavailable},
        {QStringLiteral("key"), AlertKind::KeyRejected},
        {QStringLiteral("credit"), AlertKind::OutOfCredit},
        {QStringLiteral("switch"), AlertKind::Failover},
        {QStringLiteral("back"), AlertKind::Recovery}};
    return kNames;
}

QString nameOf(const Alert &alert)
{
    for (const auto &[name, kind] : names()) {
        if (kind == alert.kind)
            return alert.subject.isEmpty() ? name : name + QLatin1Char(':') + alert.subject;
    }
    return {};
}

milliseconds spanOf(const QString &word)
{
    const int number = word.mid(1).chopped(1).toInt();
    switch (word.back().toLatin1()) {
    case 's':
        return seconds{number};
    case 'm':
        return minutes{number};
    case 'h':
        return std::chrono::hours{number};
    default:
        return std::chrono::hours{24 * number};
    }
}

SendOutcome outcomeOf(const QString &mood)
{
    const QString trouble = QStringLiteral("trouble");
    if (mood == QLatin1String("fails"))
        return {SendEnd::Failed, trouble, {}};
    if (mood == QLatin1String("refuses"))
        return {SendEnd::Refused, trouble, {}};
    if (mood == QLatin1String("gone"))
        return {SendEnd::Unreachable, trouble, {}};
    if (mood == QLatin1String("busy"))
        return {SendEnd::Failed, trouble, seconds{600}};
    return {};
}

} // namespace

Alert alertNamed(const QString &name, TimePoint since)
{
    Alert alert;
    alert.since = since;
    const QString word = name.section(QLatin1Char(':'), 0, 0);
    for (const auto &[known, kind] : names()) {
        if (known == word)
            alert.kind = kind;
    }
    alert.subject = name.section(QLatin1Char(':'), 1);
    if (word == QLatin1String("switch") || word == QLatin1String("back"))
        alert.to = QStringLiteral("other");
    return alert;
}

QString described(const AlertMessage &message)
{
    QStringList parts;
    for (const AlertHappening &happening : message.happenings) {
        QString part = nameOf(happening.alert);
        if (happening.critical)
            part += QLatin1Char('!');
        if (happening.ended && message.form != AlertMessageForm::End)
            part += QStringLiteral(" over");
        parts += part;
    }
    QString all = parts.join(QStringLiteral(", "));
    if (message.form == AlertMessageForm::End)
        all += QStringLiteral(" end");
    if (message.form == AlertMessageForm::Digest)
        all = QStringLiteral("digest");
    if (message.form == AlertMessageForm::Summary)
        all = QLatin1Char('[') + all + QLatin1Char(']');
    if (message.leftOut > 0)
        all += QStringLiteral(" +%1").arg(message.leftOut);
    return all;
}

DeliveryWorld::DeliveryWorld()
{
    m_now = TimePoint{
        milliseconds{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch()}}; // a Monday
    m_channel.id = QStringLiteral("00000001");
    for (const auto &[_, kind] : names())
        m_channel.alerts.insert(kind);
    feed(ChannelsChanged{{m_channel.id}});
}

void DeliveryWorld::play(const QString &script)
{
    for (const QString &phrase : script.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString line = phrase.trimmed();
        act(line.section(QLatin1Char(' '), 0, 0), line.section(QLatin1Char(' '), 1));
    }
}

void DeliveryWorld::act(const QString &word, const QString &rest)
{
    if (word.startsWith(QLatin1Char('+')))
        return advance(spanOf(word));
    if (word == QLatin1String("raise"))
        return feed(AlertRaised{alertNamed(rest, m_now)});
    if (word == QLatin1String("known"))
        return feed(AlertsRemembered{{alertNamed(rest, m_now - minutes{30})}});
    if (word == QLatin1String("clear"))
        return feed(AlertCleared{alertNamed(rest, m_now)});
    if (word == QLatin1String("switch") || word == QLatin1String("back"))
        return feed(AlertAnnounced{alertNamed(word, m_now)});
    if (word == QLatin1String("proved"))
        return feed(ChannelProved{m_channel.id});
    if (word == QLatin1String("renew"))
        return feed(ChannelsChanged{{m_channel.id}});
    if (word == QLatin1String("quiet")) {
        m_channel.quiet = QuietSpan{QTime(rest.section(QLatin1Char('-'), 0, 0).toInt(), 0),
                                    QTime(rest.section(QLatin1Char('-'), 1).toInt(), 0)};
        return feed(ChannelsChanged{});
    }
    if (word == QLatin1String("digest")) {
        m_channel.digest = rest == QLatin1String("daily") ? DigestPace::Daily : DigestPace::Weekly;
        return feed(ChannelsChanged{});
    }
    if (word == QLatin1String("only")) {
        m_channel.alerts = {alertNamed(rest, m_now).kind};
        return feed(ChannelsChanged{});
    }
    if (word == QLatin1String("off") || word == QLatin1String("on")) {
        m_channel.enabled = word == QLatin1String("on");
        return feed(ChannelsChanged{});
    }
    m_mood = word;
}

void DeliveryWorld::feed(const DeliveryInput &input)
{
    const DeliveryMoment moment{m_now,
                                QDateTime::fromMSecsSinceEpoch(m_now.time_since_epoch().count(), Qt::UTC)};
    DeliveryStep made = step(std::move(m_state), input, {m_channel}, moment, pace);
    m_state = std::move(made.state);
    m_wakeAt = made.wakeAt;
    if (m_wakeAt && *m_wakeAt <= m_now)
        qFatal("wakes at once, again and again");
    if (++m_steps > 100'000)
        qFatal("never comes to rest");
    for (const DeliveryEffect &effect : made.effects) {
        if (const auto *send = std::get_if<SendMessage>(&effect))
            answer(*send);
    }
}

void DeliveryWorld::answer(const SendMessage &message)
{
    m_sent.push_back(message);
    m_sentAt.push_back(m_now);
    m_tries += clock() + QLatin1Char(' ') + described(message.message);
    if (m_mood == QLatin1String("silent"))
        return;
    const SendOutcome outcome = outcomeOf(m_mood);
    if (outcome.end == SendEnd::Arrived) {
        m_arrived += m_tries.last();
        m_arrivedMessages.push_back(message.message);
        m_arrivedAt.push_back(m_now);
    }
    feed(MessageSent{message.channel, message.ticket, outcome});
}

void DeliveryWorld::advance(milliseconds span)
{
    const TimePoint until = m_now + span;
    while (m_wakeAt && *m_wakeAt <= until) {
        m_now = *m_wakeAt;
        feed(DeliveryDue{});
    }
    m_now = until;
    feed(DeliveryDue{});
}

ChannelSnapshot DeliveryWorld::snapshot() const
{
    return channelSnapshots(m_state, {m_channel}).at(0);
}

QString DeliveryWorld::clock() const
{
    return QDateTime::fromMSecsSinceEpoch(m_now.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("HH:mm:ss"));
}

} // namespace qcc::test
