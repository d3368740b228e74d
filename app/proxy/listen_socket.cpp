// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/listen_socket.h"

#include <QHostInfo>
#include <QNetworkProxy>

namespace qcc {

namespace {
constexpr int kBacklog = 1024; ///< connections the system holds until they are taken
constexpr milliseconds kAcceptPause{100};
} // namespace

ListenSocket::ListenSocket(std::function<void(qintptr)> taken)
    : m_taken(std::move(taken)), m_acceptAgain([this] { acceptAgain(); })
{
    connect(this, &QTcpServer::acceptError, this, [this] { m_acceptAgain.set(kAcceptPause); });
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(kBacklog);
}

ListenSocket::~ListenSocket()
{
    close();
}

Result<ListenAddress> ListenSocket::open(const QString &address, quint16 port)
{
    const QHostAddress host =
        address == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(address);
    const QString name = address + QLatin1Char(':') + QString::number(port);
    if (host.isNull())
        return Refusal{RefusalCode::ListenFailed, name, QStringLiteral("not a numeric address")};
    if (!listen(host, port))
        return Refusal{RefusalCode::ListenFailed, name, errorString()};
    return ListenAddress{host.toString(), serverPort(), QHostInfo::localHostName()};
}

/// QTcpServer stops taking connections when the system refuses one (no descriptors left, for example); they
/// go on waiting meanwhile.
void ListenSocket::acceptAgain()
{
    if (isListening())
        resumeAccepting();
}

} // namespace qcc
