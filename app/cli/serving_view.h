// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"

#include <QStringList>

namespace qcc {

/// "proxy listening on http://127.0.0.1:7860", or that it does not and why; then what is wrong with the
/// settings files, if anything is.
QStringList servingLines(const ProxySnapshot &snapshot);

} // namespace qcc
