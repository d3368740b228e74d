// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QUrl>

namespace qcc {

/// What the request is, by method and path (the query does not count): POST /v1/messages, POST
/// /v1/messages/count_tokens, GET or HEAD /v1/models and /v1/models/…, else Other.
RequestKind requestKind(QByteArrayView method, QByteArrayView originForm);

/// True for what is answered here, without credentials: HEAD /api/hello, HEAD /, GET /.
bool isLocalGreeting(QByteArrayView method, QByteArrayView originForm);

/// A page of the proxy's own.
enum class OwnPage {
    Metrics, ///< /metrics
    Status,  ///< /qcc/status
    None     ///< /qcc and everything else under it: ours, and there is nothing
};

/// By the path alone; nothing for every other.
std::optional<OwnPage> ownPage(QByteArrayView originForm);

/// The origin-form to send upstream: the base URL's path + the request's path and query, `/v1` not doubled
/// (base "https://h/api/v1" + "/v1/messages?beta=true" gives "/api/v1/messages?beta=true"). Percent-encoding
/// is kept.
QByteArray upstreamTarget(const QUrl &base, QByteArrayView originForm);

/// The Host field for a base URL: host, and port when it is not the scheme's default. IPv6 in brackets, IDN
/// as A-labels.
QByteArray hostField(const QUrl &base);

} // namespace qcc
