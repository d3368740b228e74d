// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"
#include "models/domain/splice.h"

#include <vector>

namespace qcc {

/// Another body with some pieces exchanged; every other byte is the same. The pieces must have arrived
/// already, the rest may still grow. The other body must outlive it. Engine thread.
class SplicedBody final : public BodySource
{
public:
    /// @p splices in the order of their offsets, none across another.
    SplicedBody(BodySource &body, std::vector<Splice> splices);

    std::optional<QByteArray> read(qint64 offset, qint64 most) override;
    qint64 size() const override { return m_body.size() + m_growth; }
    bool complete() const override { return m_body.complete(); }

private:
    /// A splice, and where it stands in what is read.
    struct Placed
    {
        Splice splice;
        qint64 offset = 0;
    };
    std::optional<QByteArray> readPart(qint64 offset, qint64 most);

    BodySource &m_body;
    std::vector<Placed> m_placed;
    qint64 m_growth = 0;
};

} // namespace qcc
