// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QtGlobal>

namespace qcc {

/// Both sides name it in every message; a side that reads another number refuses the message.
inline constexpr int kControlProtocolVersion = 4;

inline constexpr qsizetype kLargestControlMessage = 1024 * 1024; ///< one line, without its newline
inline constexpr qsizetype kControlReadChunk = 64 * 1024;
inline constexpr int kMostControlClients = 32;

inline constexpr milliseconds kControlIdleLimit{30'000}; ///< a client without a complete message is dropped
inline constexpr milliseconds kControlLinger{300}; ///< how long a client that broke the rules may read why
inline constexpr milliseconds kControlReplyLimit{20'000}; ///< how long a client waits for its answer
/// The same for a check of every endpoint: each may take its connect and header limits, some after another.
inline constexpr milliseconds kControlCheckLimit{150'000};

/// The same for a test message: mail may take a minute.
inline constexpr milliseconds kControlTestLimit{75'000};

inline constexpr milliseconds kShortestWatchPace{100};
inline constexpr milliseconds kLongestWatchPace{60'000};
/// A watcher that lets more wait for it is dropped, and so is one that takes nothing for so long.
inline constexpr qint64 kMostUnsentToWatcher = 4 * 1024 * 1024;
inline constexpr milliseconds kWatcherStall{60'000};

} // namespace qcc
