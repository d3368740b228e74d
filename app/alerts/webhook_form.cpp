// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/alert_json.h"
#include "app/alerts/service_parts.h"

namespace qcc {

/// Signed as is common: a receiver computes HMAC-SHA256 of timestamp, a dot and the body, compares in
/// constant time, and refuses old timestamps.
HttpAsk webhookAsk(const Addressed &to)
{
    HttpAsk ask = jsonAsk(to.secretUrl(), alertJson(to.said));
    const QByteArray key = to.secret(ChannelSecret::Signing);
    if (key.isEmpty())
        return ask;
    const qint64 at = std::chrono::duration_cast<seconds>(to.now.time_since_epoch()).count();
    const QByteArray timestamp = QByteArray::number(at);
    ask.headers.emplace_back("X-QCC-Timestamp", timestamp);
    ask.headers.emplace_back("X-QCC-Signature",
                             "sha256=" + hmacSha256(key, timestamp + '.' + ask.body).toHex());
    return ask;
}

} // namespace qcc
