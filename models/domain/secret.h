// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace qcc {

/// A key or token. Move-only, wiped when it goes, never streamed or compared except in constant time.
/// It prints as "•••" (see toDisplay()), and only reveal() gives the bytes, at the last moment before they
/// are sent or stored.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &reveal() const { return m_bytes; }
    /// A deliberate copy, for handing the secret to another thread or store.
    Secret clone() const;
    /// Compares in time that depends only on the length of @p candidate.
    bool matches(QByteArrayView candidate) const;
    static QString toDisplay();

private:
    void wipe();
    QByteArray m_bytes;
};

} // namespace qcc
