// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace qcc {

/// A temporary file of its own, readable by nobody else, that is gone with the process however that ends.
/// One source for each system. Engine thread.
class SpillFile
{
public:
    virtual ~SpillFile() = default;

    /// False: no space for it.
    virtual bool append(QByteArrayView bytes) = 0;
    /// False: it can't be read. @p to is filled.
    virtual bool readAt(qint64 offset, std::span<char> to) = 0;

    /// Null when there is none to be had.
    static std::unique_ptr<SpillFile> open();
};

} // namespace qcc
