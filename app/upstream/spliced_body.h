// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"

namespace qcc {

/// A piece of a body, and what is sent in its place.
struct Splice
{
    qint64 offset = 0;
    qint64 removed = 0; ///< bytes
    QByteArray inserted;
    qint64 growth() const { return inserted.size() - removed; }
};

/// Another body with one piece exchanged; every other byte is the same. The piece must have arrived already,
/// the rest may still grow. The other body must outlive it. Engine thread.
class SplicedBody final : public BodySource
{
public:
    SplicedBody(BodySource &body, Splice splice) : m_body(body), m_splice(std::move(splice)) {}

    std::optional<QByteArray> read(qint64 offset, qint64 most) override;
    qint64 size() const override { return m_body.size() + m_splice.growth(); }
    bool complete() const override { return m_body.complete(); }

private:
    std::optional<QByteArray> readPart(qint64 offset, qint64 most);

    BodySource &m_body;
    Splice m_splice;
};

} // namespace qcc
