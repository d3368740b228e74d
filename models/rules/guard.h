// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"
#include "models/rules/authority.h"
#include "models/rules/header_rules.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace qcc {

/// Where the proxy listens, as far as the guard needs it.
struct ListenAddress
{
    QString host; ///< as bound: "127.0.0.1", "::1", "0.0.0.0", "192.168.1.5"
    quint16 port = 0;
    QString machineName; ///< this machine's host name, accepted in Host only when listening beyond loopback
};

enum class GuardVerdict {
    Allowed,
    Greeting,         ///< answer locally: 200, no credentials needed
    OwnPage,          ///< answer locally: a page of the proxy's own
    OwnPageMethod,    ///< 405: such a page is only read
    ForeignHost,      ///< 421: Host or target authority is not this proxy (DNS rebinding)
    CrossOrigin,      ///< 403: Origin, or Sec-Fetch-Site other than none and same-origin
    MethodNotAllowed, ///< 405: CONNECT, TRACE
    UpgradeRefused,   ///< 400: Upgrade
    BadTarget, ///< 400: asterisk-form, authority-form, a target that is no path, userinfo in the authority
    NotJson,   ///< 415: a POST that is not application/json
    Unauthenticated, ///< 401
    Loop,            ///< 508: came through this QCC already
};

/// Where a client's connection comes from.
enum class PeerPlace { ThisMachine, Elsewhere };

struct GuardDecision
{
    GuardVerdict verdict = GuardVerdict::Allowed;
    QByteArray originForm; ///< path and query (absolute-form reduced); set when Allowed, Greeting or OwnPage
};

/// Who may use the proxy (gateway.md section 5). Pure: no clock, no sockets; the order of the checks is:
/// method, target form, Host and authority, Origin and Sec-Fetch-Site, Upgrade, loop, greeting, content type,
/// token. X-Forwarded-Host counts for nothing. Host must be loopback ("127.0.0.1", any 127/8, "[::1]",
/// "localhost", any case, no trailing dot) with our port (a missing port means 80). When the proxy listens
/// beyond loopback, any IP literal and the machine's own name are accepted too: DNS rebinding needs a foreign
/// name.
/// @p tokenMatches gets the candidate from `Authorization: Bearer …` or `x-api-key` and compares in constant
/// time; it is enough that one of them matches. A target that begins with "//" is refused as ambiguous. Host
/// may be missing in HTTP/1.0 only. The proxy's own pages tell no secrets: who asks for them on this machine
/// needs no token. The allowed HTTP framing has been checked before (app/http).
GuardDecision guard(const RequestHead &head, const ListenAddress &listen, const ViaPseudonym &via,
                    const std::function<bool(QByteArrayView)> &tokenMatches,
                    PeerPlace peer = PeerPlace::Elsewhere);

} // namespace qcc
