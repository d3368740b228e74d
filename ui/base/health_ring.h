// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/health.h"
#include "ui/base/colors.h"

class QPainter;
class QRectF;

namespace qcc {

/// A config's health as a ring, filled by how many endpoints are healthy. Inside, by room: "2/3", or a mark:
/// tick (all healthy), exclamation mark (some fail), cross (none), question mark (unknown), dash (no
/// endpoint). Drawn in the largest square that fits @p rect.
void paintHealthRing(QPainter *painter, const QRectF &rect, const ConfigHealth &health, const Colors &colors);

/// The colour that goes with a status, wherever it is told.
Tone toneOf(HealthStatus status);

} // namespace qcc
