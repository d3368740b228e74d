// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/sender_desk.h"

#include <QSignalSpy>

namespace qcc::test {

/// A channel of @p kind with every alert, and its secrets.
struct BenchChannel
{
    explicit BenchChannel(ChannelKind kind);
    BenchChannel &with(ChannelSecret which, const QByteArray &value);

    AlertChannel channel;
    ChannelSecrets secrets;
};

TimePoint benchTime(); ///< 2026-11-23 14:00:00.002 UTC

/// "All configs are down" by a config with a name that every service takes for markup.
SpokenMessage badNews();
SpokenMessage goodNews(); ///< its end
SpokenMessage trial();
/// One with a text of @p units units.
SpokenMessage longNews(qsizetype units);

/// Sends it and waits for the end.
SendOutcome send(SenderDesk &desk, const BenchChannel &to, const SpokenMessage &said);

} // namespace qcc::test
