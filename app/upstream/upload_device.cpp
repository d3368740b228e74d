// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/upload_device.h"

namespace qcc {

UploadDevice::UploadDevice(BodySource &body) : m_body(&body)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadDevice::readData(char *data, qint64 most)
{
    if (!m_body)
        return -1;
    const std::optional<QByteArray> read = m_body->read(m_offset, most);
    if (!read)
        return -1;
    if (read->isEmpty())
        return sent() ? -1 : 0;
    std::copy(read->begin(), read->end(), data);
    m_offset += read->size();
    return read->size();
}

} // namespace qcc
