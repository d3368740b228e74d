// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_client.h"

#include "app/control/peer_identity.h"

namespace qcc {

namespace {

ControlReply refused(Refusal refusal)
{
    return {ControlReply::Kind::Refused, {}, std::move(refusal)};
}

} // namespace

ControlClient::ControlClient(QString socketPath, QObject *parent)
    : QObject(parent), m_path(std::move(socketPath))
{
    m_deadline.setSingleShot(true);
    connect(&m_socket, &QLocalSocket::connected, this, &ControlClient::sendQuestion);
    connect(&m_socket, &QLocalSocket::readyRead, this, &ControlClient::readReply);
    // Queued: connectToServer() and abort() report from inside the call.
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &ControlClient::connectionEnded,
            Qt::QueuedConnection);
    connect(&m_socket, &QLocalSocket::disconnected, this, &ControlClient::connectionEnded,
            Qt::QueuedConnection);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        finish({m_sent ? ControlReply::Kind::TimedOut : ControlReply::Kind::Unreachable, {}, {}});
    });
}

ControlClient::~ControlClient()
{
    wipeBytes(m_question);
}

void ControlClient::ask(const ControlRequest &request, Answer answer, milliseconds limit)
{
    Q_ASSERT(!isAsking());
    m_answer = std::move(answer);
    m_question = encodeRequest(request);
    m_sent = m_finished = false;
    m_framer.emplace();
    m_deadline.start(limit);
    if (m_question.size() > kLargestControlMessage) {
        return finish(refused(
            {RefusalCode::ProtocolError, QStringLiteral("size"), QString::number(kLargestControlMessage)}));
    }
    m_socket.connectToServer(m_path);
}

void ControlClient::sendQuestion()
{
    if (!peerIsSameUser(m_socket.socketDescriptor()))
        return finish({ControlReply::Kind::Unreachable, {}, {}});
    m_sent = true;
    m_socket.write(m_question);
    wipeBytes(m_question);
}

void ControlClient::readReply()
{
    QByteArray chunk = m_socket.readAll();
    m_framer->append(chunk.constData(), chunk.size());
    wipeBytes(chunk);
    std::optional<QByteArray> line = m_framer->takeLine();
    if (m_framer->tooLong())
        return finish(refused({RefusalCode::ProtocolError, QStringLiteral("size"), QString()}));
    if (!line)
        return;
    const Result<QJsonObject> reply = decodeReply(*line);
    wipeBytes(*line);
    finish(reply ? ControlReply{ControlReply::Kind::Answered, *reply, {}} : refused(reply.refusal()));
}

void ControlClient::connectionEnded()
{
    if (m_finished || m_socket.state() != QLocalSocket::UnconnectedState)
        return;
    finish({m_sent ? ControlReply::Kind::Lost : ControlReply::Kind::Unreachable, {}, {}});
}

void ControlClient::finish(ControlReply reply)
{
    if (std::exchange(m_finished, true))
        return;
    m_deadline.stop();
    m_socket.abort();
    wipeBytes(m_question);
    const auto deliver = [this, reply = std::move(reply)] {
        const Answer answer = std::exchange(m_answer, nullptr); // it may ask the next question
        answer(reply);
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}

} // namespace qcc
