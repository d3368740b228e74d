// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/spliced_body.h"

namespace qcc {

SplicedBody::SplicedBody(BodySource &body, std::vector<Splice> splices) : m_body(body)
{
    m_placed.reserve(splices.size());
    for (Splice &splice : splices) {
        const qint64 offset = splice.offset + m_growth;
        m_growth += splice.growth();
        m_placed.push_back({std::move(splice), offset});
    }
}

std::optional<QByteArray> SplicedBody::read(qint64 offset, qint64 most)
{
    QByteArray bytes;
    while (bytes.size() < most) {
        const std::optional<QByteArray> part = readPart(offset + bytes.size(), most - bytes.size());
        if (!part)
            return std::nullopt;
        if (part->isEmpty())
            break;
        if (bytes.isEmpty())
            bytes = *part; // one part, the common case, is not copied
        else
            bytes += *part;
    }
    return bytes;
}

/// What lies before a piece, in it, or behind it; not across.
std::optional<QByteArray> SplicedBody::readPart(qint64 offset, qint64 most)
{
    // The first piece that is not wholly before this place.
    const auto next = std::partition_point(m_placed.begin(), m_placed.end(), [&](const Placed &placed) {
        return placed.offset + placed.splice.inserted.size() <= offset;
    });
    if (next != m_placed.end() && next->offset <= offset)
        return next->splice.inserted.mid(offset - next->offset, most);
    qint64 growth = 0;
    if (next != m_placed.begin()) {
        const Placed &before = *(next - 1);
        growth = before.offset + before.splice.inserted.size() - before.splice.offset - before.splice.removed;
    }
    const qint64 room = next == m_placed.end() ? most : next->offset - offset;
    return m_body.read(offset - growth, std::min(most, room));
}

} // namespace qcc
