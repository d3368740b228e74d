// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/request_target.h"

namespace qcc {
namespace {

QByteArrayView pathOf(QByteArrayView originForm)
{
    const qsizetype query = originForm.indexOf('?');
    return query < 0 ? originForm : originForm.first(query);
}

/// True when the first segment of @p path is "v1".
bool startsWithVersion(QByteArrayView path)
{
    return path == "/v1" || path.startsWith("/v1/");
}

} // namespace

RequestKind requestKind(QByteArrayView method, QByteArrayView originForm)
{
    const QByteArrayView path = pathOf(originForm);
    if (method == "POST") {
        if (path == "/v1/messages")
            return RequestKind::Messages;
        if (path == "/v1/messages/count_tokens")
            return RequestKind::CountTokens;
    } else if (method == "GET" || method == "HEAD") {
        if (path == "/v1/models" || path.startsWith("/v1/models/"))
            return RequestKind::Models;
    }
    return RequestKind::Other;
}

bool isLocalGreeting(QByteArrayView method, QByteArrayView originForm)
{
    const QByteArrayView path = pathOf(originForm);
    if (path == "/")
        return method == "GET" || method == "HEAD";
    return path == "/api/hello" && method == "HEAD";
}

std::optional<OwnPage> ownPage(QByteArrayView originForm)
{
    const QByteArrayView path = pathOf(originForm);
    if (path == "/metrics")
        return OwnPage::Metrics;
    if (path == "/qcc/status")
        return OwnPage::Status;
    return path == "/qcc" || path.startsWith("/qcc/") ? std::optional(OwnPage::None) : std::nullopt;
}

QByteArray upstreamTarget(const QUrl &base, QByteArrayView originForm)
{
    QByteArray path = base.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    if (path.endsWith("/v1") && startsWithVersion(pathOf(originForm)))
        path.chop(3);
    return path.append(originForm);
}

QByteArray hostField(const QUrl &base)
{
    QByteArray field = base.host(QUrl::FullyEncoded).toLatin1();
    if (field.contains(':') && !field.startsWith('['))
        field = '[' + field + ']';
    const int standardPort = base.scheme() == QStringLiteral("https") ? 443 : 80;
    const int port = base.port(standardPort);
    if (port != standardPort)
        field.append(':').append(QByteArray::number(port));
    return field;
}

} // namespace qcc
