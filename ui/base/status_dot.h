// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"
#include "ui/base/colors.h"

class QPainter;
class QRectF;

namespace qcc {

/// What is worth telling apart at the size of a dot.
enum class DotKind {
    Healthy,     ///< a full disc
    Degraded,    ///< a half disc
    Down,        ///< a cross
    Limited,     ///< an hourglass
    KeyRejected, ///< a diamond: key rejected, none, or no credit; a person must act
    Unknown      ///< an open ring
};

DotKind dotKindOf(const EndpointSnapshot &endpoint);
Tone toneOf(DotKind kind);
void paintStatusDot(QPainter *painter, const QRectF &rect, DotKind kind, const Colors &colors);
void paintEndpointDot(QPainter *painter, const QRectF &rect, const EndpointSnapshot &endpoint,
                      const Colors &colors);

} // namespace qcc
