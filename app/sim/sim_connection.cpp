// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_connection.h"

#include "app/sim/sim_control.h"
#include "app/sim/sim_provider.h"

#include <QTcpSocket>
#include <QUuid>

namespace qcc::sim {

using std::chrono::steady_clock;

struct SimConnection::Exchange
{
    ReceivedRequest request;
    RequestFacts facts;
    Fault fault;
    BodyPeek peek;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    QByteArray controlBody;
    bool isControl = false;
    bool bodyDone = false;
    bool answering = false;
    bool answered = false;
    bool refused = false; ///< nothing more is read
};

namespace {

QByteArray newRequestId()
{
    return "req_" + QUuid::createUuid().toByteArray(QUuid::Id128).left(24);
}

QByteArray credentialOf(const ReceivedRequest &request)
{
    constexpr QByteArrayView bearer = "Bearer ";
    const QByteArray key = request.field("x-api-key");
    const QByteArray authorization = request.field("authorization");
    return key.isEmpty() && authorization.startsWith(bearer) ? authorization.sliced(bearer.size()) : key;
}

RequestFacts factsOf(const ReceivedRequest &request, const SimOptions &options)
{
    RequestFacts facts;
    const qsizetype question = request.target.indexOf('?');
    facts.method = request.method;
    facts.path = request.path();
    if (const QByteArray &base = options.basePath; !base.isEmpty())
        facts.path = facts.path.startsWith(base + '/') ? facts.path.sliced(base.size()) : QByteArray();
    facts.query = question < 0 ? QByteArray() : request.target.sliced(question + 1);
    facts.credential = credentialOf(request);
    facts.acceptsGzip = request.field("accept-encoding").contains("gzip");
    facts.isHttp10 = request.version == "HTTP/1.0";
    facts.requestId = options.sameIds ? "req_" + QByteArray(24, '0') : newRequestId();
    return facts;
}

bool isControlPath(const QByteArray &path)
{
    return path == "/_sim" || path.startsWith("/_sim/");
}

} // namespace

SimConnection::SimConnection(SimProvider &provider, std::unique_ptr<QTcpSocket> socket, quint64 id, Role role)
    : QObject(&provider), m_provider(provider), m_socket(std::move(socket)), m_player(*m_socket, this),
      m_id(id), m_role(role)
{
    m_idle.setSingleShot(true);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(role == Role::Held ? 1 : maxReadAhead);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &SimConnection::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &SimConnection::onGone);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &SimConnection::onGone);
    connect(&m_player, &ScriptPlayer::ended, this, &SimConnection::onEnded);
    connect(&m_idle, &QTimer::timeout, this, &SimConnection::closeIfIdle);
}

SimConnection::~SimConnection()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void SimConnection::closeIfIdle()
{
    if (!m_exchange && m_role != Role::Held)
        m_socket->disconnectFromHost();
}

void SimConnection::reset()
{
    resetConnection(*m_socket);
}

void SimConnection::abandon()
{
    m_gone = true;
    m_player.stop();
    m_idle.stop();
    m_socket->abort();
    deleteLater();
}

void SimConnection::onReadyRead()
{
    if (m_role == Role::Held || m_gone)
        return;
    const bool isBusy = m_exchange && m_exchange->bodyDone;
    if (isBusy && m_reader.buffered() > maxReadAhead)
        return;
    m_reader.feed(m_socket->readAll());
    pump();
}

void SimConnection::pump()
{
    while (!m_gone && m_socket->state() == QAbstractSocket::ConnectedState) {
        if (m_exchange && (m_exchange->bodyDone || m_exchange->refused))
            return;
        switch (m_reader.next()) {
        case RequestReader::Event::NeedMore:
            return;
        case RequestReader::Event::Head:
            beginRequest();
            break;
        case RequestReader::Event::Body:
            takeBody(m_reader.body());
            break;
        case RequestReader::Event::End:
            endRequest();
            break;
        case RequestReader::Event::Bad:
            return refuse(400, m_reader.why());
        }
    }
}

void SimConnection::beginRequest()
{
    m_idle.stop();
    ++m_requests;
    m_exchange = std::make_unique<Exchange>();
    ReceivedRequest &request = m_exchange->request;
    request.method = m_reader.method();
    request.target = m_reader.target();
    request.version = m_reader.version();
    request.fields = m_reader.fields();
    request.framing = m_reader.framing();
    request.connection = m_id;
    request.requestOnConnection = m_requests;
    request.receivedAt = steady_clock::now();
    m_exchange->facts = factsOf(request, m_provider.m_options);
    m_exchange->isControl = m_role == Role::Control || isControlPath(request.path());
    if (!m_exchange->isControl)
        logRequest();
    if (m_gone)
        return;
    if (request.framing == BodyFraming::Length && m_reader.declaredLength() > maxBody)
        return refuse(413, "Request exceeds the maximum size");
    if (actsAtHead(m_exchange->fault.kind))
        return answer();
    const bool waits = request.field("expect").compare("100-continue", Qt::CaseInsensitive) == 0;
    if (waits && request.version == "HTTP/1.1" && request.framing != BodyFraming::None)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void SimConnection::logRequest()
{
    ReceivedRequest &request = m_exchange->request;
    m_exchange->fault = m_provider.takeFault(request.path(), m_requests);
    request.fault = m_exchange->fault.kind;
    request.sequence = m_provider.m_log.add(request);
    Q_EMIT m_provider.requestStarted(request);
}

void SimConnection::takeBody(const QByteArray &bytes)
{
    ReceivedRequest &request = m_exchange->request;
    request.bodySize += bytes.size();
    if (m_exchange->isControl) {
        m_exchange->controlBody += bytes;
        if (m_exchange->controlBody.size() > maxControlBody)
            refuse(413, "Request exceeds the maximum size");
        return;
    }
    m_provider.m_log.appendBody(request.sequence, bytes);
    m_exchange->hash.addData(bytes);
    m_exchange->peek.feed(bytes);
    if (request.bodySize > maxBody)
        refuse(413, "Request exceeds the maximum size");
}

void SimConnection::endRequest()
{
    m_exchange->bodyDone = true;
    if (m_exchange->isControl)
        return answerControl();
    const quint64 sequence = m_exchange->request.sequence;
    m_provider.m_log.markComplete(sequence, m_exchange->hash.result().toHex(), steady_clock::now());
    if (const ReceivedRequest *logged = m_provider.m_log.find(sequence))
        Q_EMIT m_provider.requestReceived(ReceivedRequest(*logged));
    if (m_gone) // a slot closed the provider
        return;
    if (m_exchange->answered)
        return awaitNext();
    if (!m_exchange->answering)
        answer();
}

void SimConnection::answer()
{
    RequestFacts &facts = m_exchange->facts;
    facts.bodySize = m_exchange->request.bodySize;
    facts.model = m_exchange->peek.model();
    facts.isJsonObject = m_exchange->peek.isObject();
    facts.wantsStream = m_exchange->peek.wantsStream();
    facts.offersTools = m_exchange->peek.offersTools();
    facts.hasToolResult = m_exchange->peek.hasToolResult();
    m_exchange->answering = true;
    m_player.play(makeScript(facts, m_provider.m_options, m_exchange->fault));
}

void SimConnection::answerControl()
{
    const ReceivedRequest &request = m_exchange->request;
    ControlRequest control{request.method, request.target, m_exchange->controlBody,
                           request.count("origin") > 0};
    m_exchange->answering = true;
    m_player.play(answerControlRequest(control, m_provider));
}

void SimConnection::refuse(int status, const QByteArray &why)
{
    if (!m_exchange)
        m_exchange = std::make_unique<Exchange>();
    m_exchange->refused = true;
    if (std::exchange(m_exchange->answering, true))
        return;
    m_player.play(refusalScript(status, why, newRequestId()));
}

bool SimConnection::keepsAlive() const
{
    const QByteArray connection = m_exchange->request.field("connection").toLower();
    if (m_exchange->refused || (m_provider.m_fault.kind == FaultKind::Refuse && m_role != Role::Control))
        return false;
    return m_exchange->request.version == "HTTP/1.0" ? connection == "keep-alive" : connection != "close";
}

void SimConnection::onEnded(ScriptPlayer::Ending ending)
{
    const bool stays = ending == ScriptPlayer::Ending::Finish && keepsAlive();
    const quint64 sequence = m_exchange->request.sequence;
    m_exchange->answered = true;
    if (!stays)
        m_exchange.reset(); // the peer's leaving is no loss any more
    if (sequence > 0) {
        m_provider.m_log.markAnswered(sequence);
        Q_EMIT m_provider.answerFinished(sequence);
    }
    if (m_gone)
        return;
    if (ending == ScriptPlayer::Ending::Reset)
        reset();
    else if (!stays)
        m_socket->disconnectFromHost();
    else if (m_exchange->bodyDone)
        awaitNext();
}

/// The connection is free for the next request, a part of which may already be here.
void SimConnection::awaitNext()
{
    m_exchange.reset();
    if (const auto after = m_player.script().closeIdleAfter)
        m_idle.start(*after);
    QMetaObject::invokeMethod(this, &SimConnection::onReadyRead, Qt::QueuedConnection);
}

void SimConnection::onGone()
{
    if (std::exchange(m_gone, true))
        return;
    m_player.stop();
    m_idle.stop();
    if (m_exchange && m_exchange->request.sequence > 0) {
        m_provider.m_log.markAborted(m_exchange->request.sequence, steady_clock::now());
        Q_EMIT m_provider.peerGone(m_exchange->request.sequence);
    }
    m_provider.forget(this);
    deleteLater();
}

} // namespace qcc::sim
