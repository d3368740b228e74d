// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/tray_state.h"

#include <QIcon>
#include <QPixmap>

#include <array>

namespace qcc {

/// Of panels at 1× and 2×, in pixels.
inline constexpr std::array kTrayIconSizes{16, 22, 24, 32, 44, 48, 64, 96};

/// A tile in the application icon's shape: its colour and the sign on it tell the state, each by itself. Its
/// colours stand out from light panels as well as from dark ones (3:1), and the sign from the tile.
QPixmap trayPixmap(TrayState state, int size);

/// The same at all sizes.
QIcon trayIcon(TrayState state);

} // namespace qcc
