// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/alerts/alert_bench.h"

namespace qcc::test {

namespace {

AlertHappening down()
{
    Alert alert;
    alert.kind = AlertKind::NoFallback;
    alert.subject = QStringLiteral("my_*config* <@all> & [x](http://evil) `主`");
    alert.since = benchTime() - minutes{5};
    return {alert, benchTime(), {}, true};
}

SpokenMessage said(const AlertMessage &message)
{
    return spoken(message, QStringLiteral("desk-7"), benchTime());
}

} // namespace

BenchChannel::BenchChannel(ChannelKind kind)
{
    channel.id = QStringLiteral("0000000a");
    channel.name = QStringLiteral("bench");
    channel.kind = kind;
    for (int i = 0; i <= int(AlertKind::HistoryUnavailable); ++i)
        channel.alerts.insert(AlertKind(i));
}

BenchChannel &BenchChannel::with(ChannelSecret which, const QByteArray &value)
{
    secrets[which] = Secret(value);
    return *this;
}

TimePoint benchTime()
{
    return TimePoint{milliseconds{1'795'442'400'002}};
}

SpokenMessage badNews()
{
    return said({AlertMessageForm::News, {down()}, 0, {}});
}

SpokenMessage goodNews()
{
    AlertHappening over = down();
    over.ended = benchTime();
    return said({AlertMessageForm::End, {over}, 0, {}});
}

SpokenMessage trial()
{
    return said({AlertMessageForm::Test, {}, 0, {}});
}

SpokenMessage longNews(qsizetype units)
{
    SpokenMessage made = badNews();
    QString text;
    while (text.size() < units)
        text += QStringLiteral("主*<&_");
    made.lines = QStringList{text};
    return made;
}

SendOutcome send(SenderDesk &desk, const BenchChannel &to, const SpokenMessage &said)
{
    const std::unique_ptr<Sending> sending = desk.send(to.channel, to.secrets, said, benchTime());
    QSignalSpy ended(sending.get(), &Sending::ended);
    if (!ended.wait(10'000))
        return {SendEnd::Unreachable, QStringLiteral("the test waited in vain"), {}};
    return ended[0][0].value<SendOutcome>();
}

} // namespace qcc::test
