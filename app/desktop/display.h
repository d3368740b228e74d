// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc {

/// Whether a window can be shown; where it can't, Qt would abort the process, without a way out.
bool hasDisplay();

} // namespace qcc
