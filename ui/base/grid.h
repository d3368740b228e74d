// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc::grid {

/// Distances in device-independent pixels; everything lies on multiples of the first.
inline constexpr int kUnit = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kHuge = 24;
inline constexpr int kRadius = 8;      ///< of cards
inline constexpr int kSmallRadius = 5; ///< of buttons and fields
inline constexpr int kIcon = 16;
inline constexpr int kLargeIcon = 48; ///< of empty states

} // namespace qcc::grid
