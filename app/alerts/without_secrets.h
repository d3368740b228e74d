// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"

namespace qcc {

inline constexpr qsizetype kMostTroubleUnits = 300;

/// What somebody said about a failure, safe to show: in one line, bounded, and with "•••" wherever a secret,
/// or a part of a secret address, is repeated in it.
QString withoutSecrets(const QString &words, const ChannelSecrets &secrets);

} // namespace qcc
