// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace qcc {

/// The wheel scrolls the page under a spin box or combo box instead of changing its value, unless the box has
/// the focus.
void ignoreWheelWithoutFocus(QWidget *box);

} // namespace qcc
