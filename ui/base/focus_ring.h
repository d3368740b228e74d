// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/colors.h"

class QPainter;
class QRectF;

namespace qcc {

/// The ring around what has the focus, for widgets that paint themselves; inside @p rect.
void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const Colors &colors);

} // namespace qcc
