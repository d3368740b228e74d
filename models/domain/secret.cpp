// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/secret.h"

#include <QString>

namespace qcc {

Secret::Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret &&other) noexcept : m_bytes(std::move(other.m_bytes))
{
    other.m_bytes.clear();
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

Secret Secret::clone() const
{
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

bool Secret::matches(QByteArrayView candidate) const
{
    if (m_bytes.isEmpty())
        return false;
    unsigned char difference = candidate.size() == m_bytes.size() ? 0 : 1;
    for (qsizetype i = 0; i < candidate.size(); ++i)
        difference |= static_cast<unsigned char>(candidate[i] ^ m_bytes[i % m_bytes.size()]);
    return difference == 0;
}

QString Secret::toDisplay()
{
    return QStringLiteral("•••");
}

void Secret::wipe()
{
    // A shared buffer belongs to someone else too; only the last owner may overwrite it.
    if (m_bytes.isEmpty() || !m_bytes.isDetached())
        return;
    volatile char *bytes = m_bytes.data();
    for (qsizetype i = 0; i < m_bytes.size(); ++i)
        bytes[i] = 0;
}

} // namespace qcc
