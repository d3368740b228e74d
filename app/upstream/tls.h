// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"
#include "models/domain/result.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace qcc {

/// How to speak TLS with an endpoint: the peer is always verified, against the system's authorities or only
/// those of its CA file; TLS 1.2 at least.
/// @p protocols: the ALPN offer. A CA file that can't be read or holds no certificate is a refusal.
Result<QSslConfiguration> tlsConfiguration(const Endpoint &endpoint, const QList<QByteArray> &protocols);

/// The endpoint's outbound proxy, or none.
QNetworkProxy outboundProxy(const Endpoint &endpoint);

/// The port of the URL, or its scheme's.
quint16 portOf(const QUrl &url);

} // namespace qcc
