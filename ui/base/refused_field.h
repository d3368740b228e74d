// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace qcc {

/// A field as refusals and files name it ("failure_threshold", "connect_timeout"), in words for people:
/// "Failures before a failover". One that is not known stays as it is.
QString fieldName(const QString &field);

/// Is its number in seconds?
bool isInSeconds(const QString &field);

} // namespace qcc
