// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/alert_options.h"
#include "app/alerts/channels_in_force.h"
#include "app/alerts/sender_desk.h"
#include "models/domain/result.h"

#include <QTimer>

namespace qcc {

/// Tells people elsewhere of alerts: keeps the state of alert_delivery.h, feeds its step(), and carries out
/// what that decides. Must not know the proxy, nor who shows its snapshots. Its failures are shown there, and
/// touch nobody else. What waits is not kept over an end of the process.
///
/// Lives on a thread of its own, with an event loop; made without a parent, and destroyed there: messages
/// under way are then broken off. Told of things by queued connections.
class AlertCourier final : public QObject
{
    Q_OBJECT
public:
    explicit AlertCourier(AlertOptions options = {});
    ~AlertCourier() override;

    /// From now on these, and no others.
    void adopt(const qcc::SharedChannels &channels);
    /// At the start: conditions that stood when the last process ended, and were told then.
    void remembered(const std::vector<qcc::Alert> &alerts);
    /// Of what is said once: Failover, Recovery.
    void announced(const qcc::Alert &alert);
    /// Of a condition: it began.
    void raised(const qcc::Alert &alert);
    /// It is over.
    void cleared(const qcc::Alert &alert);
    /// Sends a test message over the first channel of @p one, at once and once, whatever the rules say.
    /// Answered by tested().
    void test(quint64 ticket, const qcc::SharedChannels &one);

Q_SIGNALS:
    /// @p failure: none: the service took it. Else ChannelFailed, with its words.
    void tested(quint64 ticket, const std::optional<qcc::Refusal> &failure);
    /// Of the enabled channels, in their order; at most once a second.
    void snapshotsChanged(const std::vector<qcc::ChannelSnapshot> &snapshots);

private:
    struct Trial
    {
        SharedChannels channels;
        AlertChannel channel;
        std::unique_ptr<Sending> sending;
    };

    struct UnderWay
    {
        quint64 ticket = 0;
        std::unique_ptr<Sending> sending;
    };

    TimePoint now() const;
    void feed(const DeliveryInput &input);
    void carryOut(const SendMessage &send);
    void onSent(const QString &channel, quint64 ticket, SendOutcome outcome);
    void onTried(quint64 ticket, const SendOutcome &outcome);
    SpokenMessage say(const AlertMessage &message) const;
    void arm(std::optional<TimePoint> wakeAt);
    void noteSnapshots();
    void tellSnapshots();
    void addLosses(ChannelSnapshot &snapshot) const;

    AlertOptions m_options;
    SharedChannels m_channels;
    DeliveryState m_state;
    SenderDesk m_desk{m_options, this};
    std::map<QString, UnderWay> m_sendings; ///< by channel: one at a time
    std::map<quint64, Trial> m_trials;
    std::vector<ChannelSnapshot> m_told;
    QTimer m_wake{this};
    QTimer m_snapshotPause{this};
};

} // namespace qcc
