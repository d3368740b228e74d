// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/alert_delivery.h"

#include <QStringList>

namespace qcc::test {

/// One channel and its service, moved by hand. The person's clock shows UTC, and begins on a Monday at noon.
class DeliveryWorld
{
public:
    DeliveryWorld();

    /// Words: raise X, clear X, known X (from before this process), switch (a failover), back (a recovery),
    /// +90s, +3m, +2h, +1d; how the service answers from now on: well, fails, refuses, gone, busy (429, retry
    /// after 600 s), silent; quiet 22-7, digest daily, digest weekly, only X, off, on, renew, proved. X:
    /// down, alone, limit, away, net, file, key:SUBJECT, credit:SUBJECT.
    void play(const QString &script);
    /// What arrived: "12:00:02 down!"; "!": critical, "over": with its end, "end": the end alone, "[…]": a
    /// summary, "+2": left out of it.
    const QStringList &arrived() const { return m_arrived; }
    const QStringList &tries() const { return m_tries; }
    const std::vector<SendMessage> &sent() const { return m_sent; }
    const std::vector<TimePoint> &sentAt() const { return m_sentAt; }
    const std::vector<AlertMessage> &arrivedMessages() const { return m_arrivedMessages; }
    const std::vector<TimePoint> &arrivedAt() const { return m_arrivedAt; }
    const ChannelDelivery &delivery() const { return m_state.channels.at(m_channel.id); }
    const DeliveryState &state() const { return m_state; }
    ChannelSnapshot snapshot() const;
    TimePoint now() const { return m_now; }
    AlertChannel &channel() { return m_channel; }
    void feed(const DeliveryInput &input);
    void advance(milliseconds span);

    DeliveryPace pace;

private:
    void act(const QString &word, const QString &rest);
    void answer(const SendMessage &message);
    QString clock() const;

    AlertChannel m_channel;
    DeliveryState m_state;
    TimePoint m_now;
    std::optional<TimePoint> m_wakeAt;
    QString m_mood = QStringLiteral("well");
    QStringList m_arrived;
    QStringList m_tries;
    std::vector<SendMessage> m_sent;
    std::vector<TimePoint> m_sentAt;
    std::vector<AlertMessage> m_arrivedMessages;
    std::vector<TimePoint> m_arrivedAt;
    int m_steps = 0;
};

Alert alertNamed(const QString &name, TimePoint since);
QString described(const AlertMessage &message);

} // namespace qcc::test
