// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace qcc {

/// A piece of a body, and what is sent in its place.
struct Splice
{
    qint64 offset = 0;
    qint64 removed = 0; ///< bytes
    QByteArray inserted;
    qint64 growth() const { return inserted.size() - removed; }
    bool operator==(const Splice &) const = default;
};

} // namespace qcc
