// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/qnam_faults.h"

namespace qcc {

namespace {

TransportFault beforeHead(QNetworkReply::NetworkError error, bool requestSent)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return TransportFault::Dns;
    case QNetworkReply::ConnectionRefusedError:
        return TransportFault::Refused;
    case QNetworkReply::SslHandshakeFailedError:
        return TransportFault::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return TransportFault::OutboundProxy;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return TransportFault::Protocol;
    default:
        return requestSent ? TransportFault::Reset : TransportFault::Refused;
    }
}

} // namespace

TransportFault qnamFault(QNetworkReply::NetworkError error, bool headSeen, bool requestSent)
{
    if (!headSeen) {
        // Without error and without a head: HTTP/0.9-like bytes.
        return error == QNetworkReply::NoError ? TransportFault::Protocol : beforeHead(error, requestSent);
    }
    const bool repeatsStatus = error == QNetworkReply::NoError
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError
            && error != QNetworkReply::ContentReSendError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
    return repeatsStatus ? TransportFault::None : TransportFault::Truncated;
}

bool soundFraming(const HeaderFields &fields)
{
    const QByteArray *length = findField(fields, "Content-Length");
    const QByteArray *coding = findField(fields, "Transfer-Encoding");
    if (length && (coding || countFields(fields, "Content-Length") > 1 || length->contains(',')))
        return false;
    return !coding || (countFields(fields, "Transfer-Encoding") == 1 && coding->compare("chunked", Qt::CaseInsensitive) == 0);
}

} // namespace qcc
