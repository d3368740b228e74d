// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/notice.h"
#include "ui/base/instance_door.h"

namespace qcc {

/// How things are, for the icon's tool tip and the menu's first line: the window's headline, or why there is
/// none.
QString trayHeadline(const InstanceDoor &door, TimePoint now);

/// @p notice in words.
NoticeMessage messageOf(const Notice &notice, TimePoint now);

} // namespace qcc
