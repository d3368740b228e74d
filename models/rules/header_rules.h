// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/config.h"
#include "models/domain/http_message.h"
#include "models/domain/secret.h"

#include <span>

namespace qcc {

/// Marks requests that went through this QCC in `Via` (RFC 9110 section 7.6.3); a request that carries it is
/// a loop.
struct ViaPseudonym
{
    QByteArray value; ///< "qcc-" and 16 hex digits, made at start
};

/// The fields to send to @p endpoint: all of the client's, in order and as spelt, but for
/// - hop-by-hop ones (RFC 9110 section 7.6.1): Connection, Proxy-Connection, Keep-Alive, TE, Trailer,
///   Upgrade, Transfer-Encoding, HTTP2-Settings, Proxy-Authorization, Proxy-Authenticate, and all that
///   Connection names. What says how the body is to be read (Content-Type, Content-Encoding) is end-to-end
///   and stays even when it is named there; Host and our credentials are put in afterwards, so naming them
///   takes nothing away;
/// - Host (first, set to the endpoint's), Content-Length and Expect (framing is the transport's);
/// - Authorization and X-Api-Key (replaced by the endpoint's own in its form; none for an empty key);
/// - Cookie, Forwarded, X-Forwarded-*, X-Real-IP, Origin, Referer, Sec-Fetch-*, Access-Control-*.
///
/// `Accept-Encoding` stays as sent; where the client sent none, `identity` is asked for.
/// @p extra, checked ones, are appended in the place of the client's of the same name, and a `Via` field line
/// for @p via.
HeaderFields upstreamFields(const HeaderFields &client, const Endpoint &endpoint, const Secret &key,
                            const ViaPseudonym &via, std::span<const ExtraHeader> extra = {});

/// False for what upstreamFields() leaves out or puts in itself, and for what says how bodies are coded.
bool staysOnTheWay(QByteArrayView name);

/// The fields of a provider's answer to hand to the client: all, in order, but for hop-by-hop ones and those
/// that Connection names (with the same exception), Content-Length (framing is the connection's), Set-Cookie,
/// CORS fields (Access-Control-*), Alt-Svc, and X-Qcc-* of a nested QCC.
HeaderFields clientFields(const HeaderFields &upstream);

/// True when a Via field names @p via.
bool cameThroughUs(const HeaderFields &client, const ViaPseudonym &via);

/// A name as a field value: visible ASCII stays, everything else is percent-encoded UTF-8 (RFC 3986
/// section 2.1).
QByteArray fieldValueFromName(const QString &name);

} // namespace qcc
