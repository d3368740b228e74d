// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// A PEM file that can be read and holds a certificate; an empty path is fine. FileUnreadable with the
/// system's reason, or InvalidValue. Whether the certificates are good is for TLS to find out.
Result<Done> checkCaFile(const QString &path);

} // namespace qcc
