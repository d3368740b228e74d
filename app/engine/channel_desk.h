// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/channels_in_force.h"
#include "app/store/loaded_settings.h"
#include "models/domain/command.h"

#include <QObject>

#include <functional>

namespace qcc {

/// The engine's side of the alert channels: tells who sends which are in force, keeps what is heard of them,
/// and carries a person's test there and back. Sends nothing itself. Engine thread.
class ChannelDesk final : public QObject
{
    Q_OBJECT
public:
    /// Says channelsInForce(), unless these are as they were.
    void adopt(const SharedSettings &settings);
    /// Refusals of readyForTest(); ChannelFailed with what the service said. Who sends limits how many at
    /// once.
    void test(PutChannel draft, std::function<void(Result<Done>)> done);
    /// Of the enabled channels.
    std::vector<ChannelSnapshot> snapshots() const;

public Q_SLOTS:
    /// The answer to testWanted().
    void tested(quint64 ticket, const std::optional<qcc::Refusal> &failure);
    void noteSnapshots(const std::vector<qcc::ChannelSnapshot> &snapshots) { m_snapshots = snapshots; }

Q_SIGNALS:
    void channelsInForce(const qcc::SharedChannels &channels);
    /// One channel, to which a test message is to be sent.
    void testWanted(quint64 ticket, const qcc::SharedChannels &one);

private:
    SharedSettings m_settings;
    std::vector<ChannelSnapshot> m_snapshots;
    std::map<quint64, std::function<void(Result<Done>)>> m_tests;
    quint64 m_lastTicket = 0;
};

} // namespace qcc
