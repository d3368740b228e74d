// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_provider.h"

#include "app/sim/sim_connection.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

namespace qcc::sim {

/// Hands accepted descriptors to the provider, which makes plain or TLS sockets of them.
class SimListener : public QTcpServer
{
public:
    static constexpr int backlog = 1024;

    SimListener(SimProvider &provider, SimConnection::Role role) : m_provider(provider), m_role(role)
    {
        setListenBacklogSize(backlog);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_provider.accept(descriptor, m_role == SimConnection::Role::Control);
    }

private:
    SimProvider &m_provider;
    const SimConnection::Role m_role;
};

SimProvider::SimProvider(SimOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)),
      m_listener(std::make_unique<SimListener>(*this, SimConnection::Role::Provider))
{
}

SimProvider::~SimProvider()
{
    blockSignals(true);
    close();
}

bool SimProvider::listen(const QHostAddress &host, quint16 port)
{
    m_host = host;
    m_port = port;
    if (!startListening())
        return false;
    applyRefusal();
    return true;
}

bool SimProvider::startListening()
{
    m_placeholder.reset();
    if (!m_listener->listen(m_host, m_port)) {
        m_error = m_listener->errorString();
        return false;
    }
    m_port = m_listener->serverPort();
    return true;
}

bool SimProvider::listenControl(const QHostAddress &host, quint16 port)
{
    m_control = std::make_unique<SimListener>(*this, SimConnection::Role::Control);
    if (m_control->listen(host, port))
        return true;
    m_error = m_control->errorString();
    m_control.reset();
    return false;
}

void SimProvider::close()
{
    m_listener->close();
    m_control.reset();
    m_placeholder.reset();
    const auto connections = std::exchange(m_connections, {});
    for (SimConnection *connection : connections)
        connection->abandon();
}

quint16 SimProvider::controlPort() const
{
    return m_control ? m_control->serverPort() : 0;
}

namespace {

QUrl urlOf(const QString &scheme, const QHostAddress &host, quint16 port)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host.toString());
    url.setPort(port);
    return url;
}

} // namespace

QUrl SimProvider::url() const
{
    QUrl url = urlOf(m_options.tls ? QStringLiteral("https") : QStringLiteral("http"), m_host, m_port);
    url.setPath(QString::fromUtf8(m_options.basePath));
    return url;
}

QUrl SimProvider::controlUrl() const
{
    if (m_control)
        return urlOf(QStringLiteral("http"), m_control->serverAddress(), m_control->serverPort());
    QUrl url = this->url();
    url.setPath({});
    return url;
}

void SimProvider::setOptions(SimOptions options)
{
    options.tls = std::move(m_options.tls);
    m_options = std::move(options);
}

void SimProvider::setFault(const Fault &fault)
{
    const bool wasRefusing = m_fault.kind == FaultKind::Refuse;
    m_fault = fault;
    releaseHeld();
    if (m_port != 0 && wasRefusing && fault.kind != FaultKind::Refuse && !startListening())
        qWarning("qcc-sim: the port %d can't be had again: %s", int(m_port), qPrintable(m_error));
    applyRefusal();
    Q_EMIT faultChanged(m_fault);
}

/// Stops listening but keeps the port: bound without listening, it refuses connections and nobody else gets
/// it.
void SimProvider::applyRefusal()
{
    if (m_fault.kind != FaultKind::Refuse || !m_listener->isListening())
        return;
    m_listener->close();
    auto placeholder = std::make_unique<QTcpSocket>();
    placeholder->setProxy(QNetworkProxy::NoProxy);
    if (!placeholder->bind(m_host, m_port, QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint))
        qWarning("qcc-sim: the port %d is not kept: %s", int(m_port), qPrintable(placeholder->errorString()));
    m_placeholder = std::move(placeholder);
    const auto connections = m_connections;
    for (SimConnection *connection : connections) {
        if (connection->role() != SimConnection::Role::Control)
            connection->closeIfIdle();
    }
}

void SimProvider::releaseHeld()
{
    const auto connections = m_connections;
    for (SimConnection *connection : connections) {
        if (connection->role() == SimConnection::Role::Held)
            connection->reset();
    }
}

bool SimProvider::countDown()
{
    if (!m_fault.requests)
        return true;
    if (--*m_fault.requests > 0)
        return true;
    m_fault = Fault();
    return false;
}

Fault SimProvider::takeFault(const QByteArray &path, int requestOnConnection)
{
    const Fault fault = m_fault;
    const bool elsewhere = !fault.path.isEmpty() && fault.path != path;
    const bool waitsForReuse = fault.kind == FaultKind::CloseOnReuse && requestOnConnection == 1;
    if (fault.kind == FaultKind::None || elsewhere || waitsForReuse)
        return Fault();
    if (!countDown())
        Q_EMIT faultChanged(m_fault);
    return fault;
}

void SimProvider::accept(qintptr descriptor, bool controlOnly)
{
    const bool held = !controlOnly && m_fault.kind == FaultKind::HangAccept;
    const bool secure = !controlOnly && !held && m_options.tls.has_value();
    auto plain =
        secure ? std::unique_ptr<QTcpSocket>(std::make_unique<QSslSocket>()) : std::make_unique<QTcpSocket>();
    if (!plain->setSocketDescriptor(descriptor)) {
        qWarning("qcc-sim: a connection can't be taken over: %s", qPrintable(plain->errorString()));
        return;
    }
    QTcpSocket *socket = plain.get();
    const quint64 id = controlOnly ? 0 : ++m_accepted;
    const auto role = controlOnly ? SimConnection::Role::Control
                      : held      ? SimConnection::Role::Held
                                  : SimConnection::Role::Provider;
    m_connections.insert(new SimConnection(*this, std::move(plain), id, role));
    if (secure)
        startTls(static_cast<QSslSocket &>(*socket));
    if (!controlOnly)
        Q_EMIT connectionAccepted(id);
    if (held && !countDown())
        Q_EMIT faultChanged(m_fault);
}

void SimProvider::startTls(QSslSocket &socket)
{
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.setLocalCertificateChain(m_options.tls->chain);
    socket.setPrivateKey(m_options.tls->key);
    socket.startServerEncryption();
}

void SimProvider::forget(SimConnection *connection)
{
    m_connections.erase(connection);
    if (connection->role() != SimConnection::Role::Control)
        Q_EMIT connectionClosed(connection->id());
}

} // namespace qcc::sim
