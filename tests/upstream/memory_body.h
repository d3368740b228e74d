// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"

namespace qcc::test {

/// A request body in memory that can grow and fail.
struct MemoryBody final : BodySource
{
    explicit MemoryBody(QByteArray all = {}, bool isAll = true) : bytes(std::move(all)), whole(isAll) {}

    std::optional<QByteArray> read(qint64 offset, qint64 most) override
    {
        if (broken)
            return std::nullopt;
        return bytes.mid(offset, most);
    }
    qint64 size() const override { return bytes.size(); }
    bool complete() const override { return whole; }

    QByteArray bytes;
    bool whole = true;
    bool broken = false;
};

} // namespace qcc::test
