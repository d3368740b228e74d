// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

#include <chrono>
#include <optional>
#include <vector>

namespace qcc::sim {

/// A server certificate (leaf first) with its key.
struct TlsIdentity
{
    QList<QSslCertificate> chain;
    QSslKey key;
};

/// A call of one of the client's tools.
struct ToolCall
{
    QByteArray name;  ///< "Bash"
    QByteArray input; ///< a JSON object
};

/// What a simulated provider is while nothing is wrong with it.
struct SimOptions
{
    QByteArray name = "production";
    QByteArray apiKey; ///< expected in x-api-key or Authorization: Bearer; empty: any or none
    std::vector<QByteArray> models = {"claude-sonnet-4-5", "claude-opus-4-1", "claude-haiku-4-5"};
    std::optional<ToolCall> tool;          ///< asked for where tools are offered and no result is there yet
    QByteArray text;                       ///< the answer's text; empty: "Hello from NAME! …"
    int events = 12;                       ///< content deltas of a stream, at least 1
    std::chrono::milliseconds interval{0}; ///< between two deltas
    int padding = 0;                       ///< further bytes in each delta
    bool gzip = false;                     ///< code answers with gzip where accept-encoding allows it
    QByteArray basePath;                   ///< "/anthropic": routes live below it; empty: at the root
    bool sameIds = false;                  ///< every answer has the same ids: comparable byte for byte
    std::optional<TlsIdentity> tls;        ///< HTTPS when set
    std::vector<QByteArray> missing;       ///< paths that are not served here: 404
    std::vector<QByteArray> open;          ///< paths that are served to anyone, with any key or none
};

} // namespace qcc::sim
