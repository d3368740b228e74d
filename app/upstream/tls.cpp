// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/tls.h"

#include <QFile>
#include <QSslCertificate>

namespace qcc {

Result<QSslConfiguration> tlsConfiguration(const Endpoint &endpoint, const QList<QByteArray> &protocols)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setAllowedNextProtocols(protocols);
    if (endpoint.caFile.isEmpty())
        return tls;
    QFile file(endpoint.caFile);
    if (!file.open(QIODevice::ReadOnly))
        return Refusal{RefusalCode::FileUnreadable, endpoint.caFile, file.errorString()};
    const QList<QSslCertificate> authorities = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (authorities.isEmpty())
        return Refusal{RefusalCode::FileBroken, endpoint.caFile, QStringLiteral("no PEM certificate in it")};
    tls.setCaCertificates(authorities);
    return tls;
}

QNetworkProxy outboundProxy(const Endpoint &endpoint)
{
    const QUrl &url = endpoint.outboundProxy;
    if (url.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool socks = url.scheme().startsWith(QLatin1String("socks5"));
    const int port = url.port(socks ? 1080 : 8080);
    QNetworkProxy proxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                        static_cast<quint16>(port));
    // Without the capability to cache, QNAM tunnels plain HTTP as well: a proxy never gets to see a request.
    proxy.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == QLatin1String("https") ? 443 : 80));
}

} // namespace qcc
