// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/qnam_faults.h"

#include "app/http/http1.h"

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

/// QNAM makes an error of every status from 400 on, and of a 307 or 308 whose body it could not send again.
bool repeatsStatus(QNetworkReply::NetworkError error, int status)
{
    if (status == 307 || status == 308)
        return error == QNetworkReply::ContentReSendError;
    if (status < 400)
        return false;
    return error == QNetworkReply::ProtocolInvalidOperationError ||
           error == QNetworkReply::ProxyAuthenticationRequiredError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError &&
            error != QNetworkReply::ContentReSendError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

} // namespace

TransportFault qnamFault(QNetworkReply::NetworkError error, int status, bool requestSent)
{
    if (error == QNetworkReply::NoError)
        return status > 0 ? TransportFault::None
                          : TransportFault::Protocol; // without a head: HTTP/0.9-like bytes
    if (status == 0)
        return beforeHead(error, requestSent);
    return repeatsStatus(error, status) ? TransportFault::None : TransportFault::Truncated;
}

bool soundHead(const HeaderFields &fields)
{
    qsizetype bytes = 0;
    for (const HeaderField &field : fields)
        bytes += field.name.size() + field.value.size() + 4; // ": " and CRLF
    if (bytes > kResponseHeadLimits.bytes || fields.size() > size_t(kResponseHeadLimits.fields))
        return false;
    const QByteArray *length = findField(fields, "Content-Length");
    const QByteArray *coding = findField(fields, "Transfer-Encoding");
    if (length && (coding || countFields(fields, "Content-Length") > 1 || length->contains(',')))
        return false;
    return !coding || (countFields(fields, "Transfer-Encoding") == 1 &&
                       coding->compare("chunked", Qt::CaseInsensitive) == 0);
}

} // namespace qcc
