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
    m_wanted = true;
    const std::optional<QByteArray> read = m_body->read(m_offset, most);
    if (!read) {
        Q_EMIT failed();
        return 0;
    }
    std::copy(read->begin(), read->end(), data);
    m_offset += read->size();
    Q_EMIT moved();
    return read->isEmpty() && sent() ? -1 : read->size();
}

} // namespace qcc
