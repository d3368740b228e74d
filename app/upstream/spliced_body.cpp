// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/spliced_body.h"

namespace qcc {

std::optional<QByteArray> SplicedBody::read(qint64 offset, qint64 most)
{
    QByteArray bytes;
    while (bytes.size() < most) {
        const std::optional<QByteArray> part = readPart(offset + bytes.size(), most - bytes.size());
        if (!part)
            return std::nullopt;
        if (part->isEmpty())
            break;
        bytes = bytes.isEmpty() ? *part : bytes + *part; // one part, the common case, is not copied
    }
    return bytes;
}

/// What lies before the piece, in it, or behind it; not across.
std::optional<QByteArray> SplicedBody::readPart(qint64 offset, qint64 most)
{
    if (offset < m_splice.offset)
        return m_body.read(offset, std::min(most, m_splice.offset - offset));
    const qint64 into = offset - m_splice.offset;
    if (into < m_splice.inserted.size())
        return m_splice.inserted.mid(into, most);
    return m_body.read(offset - m_splice.growth(), most);
}

} // namespace qcc
