// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QObject>

#include <optional>

namespace qcc {

class ProxyServer;

/// Whether and where clients are taken: what is wanted, what is so, and why it is not. Knows nothing of
/// requests or settings. Engine thread.
class ServingDesk final : public QObject
{
    Q_OBJECT
public:
    /// @p proxy must outlive it.
    explicit ServingDesk(ProxyServer &proxy) : m_proxy(proxy) {}

    /// Where to serve, once it is wanted.
    void setPlace(const QString &host, quint16 port);
    /// Wanted or not from now on. ListenFailed: it stays wanted; see trouble().
    Result<Done> serve(bool on);
    /// Serves there from now on, or will once it is wanted. ListenFailed: the old place stays.
    Result<Done> moveTo(const QString &host, quint16 port);

    bool isServing() const;
    /// "http://127.0.0.1:7860": where it serves or would serve.
    QString url() const;
    /// Why it does not serve although it is wanted.
    const std::optional<Refusal> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void opened(const QString &url);
    void closed();

private:
    QString m_host;
    quint16 m_port = 0;
    bool m_wanted = false;
    std::optional<Refusal> m_trouble;
    ProxyServer &m_proxy;
};

} // namespace qcc
