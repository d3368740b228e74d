// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/script_player.h"

#include "app/sim/answer_plan.h"

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace qcc::sim {

ScriptPlayer::ScriptPlayer(QTcpSocket &socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ScriptPlayer::advance);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &ScriptPlayer::advance);
}

void ScriptPlayer::play(Script script)
{
    m_script = std::move(script);
    m_index = 0;
    m_waited = false;
    m_playing = true;
    if (m_script.gzip)
        m_gzip.emplace();
    else
        m_gzip.reset();
    advance();
}

void ScriptPlayer::stop()
{
    m_playing = false;
    m_timer.stop();
}

void ScriptPlayer::advance()
{
    while (m_playing && !m_timer.isActive() && m_index < m_script.steps.size()) {
        const Step step = m_script.steps[m_index];
        if (m_socket.bytesToWrite() > maxPending || mustWait(step))
            return;
        m_waited = false;
        if (step.action != Step::Action::Repeat)
            ++m_index;
        perform(step);
    }
}

/// Arms the timer where this step comes later; true until then.
bool ScriptPlayer::mustWait(const Step &step)
{
    const bool lets = step.action == Step::Action::Reset && m_index > 0;
    const std::chrono::milliseconds delay = lets ? std::max(step.delay, resetGrace) : step.delay;
    if (m_waited || delay.count() == 0)
        return false;
    if (lets)
        m_socket.flush();
    m_waited = true;
    m_timer.start(delay);
    return true;
}

void ScriptPlayer::perform(const Step &step)
{
    switch (step.action) {
    case Step::Action::Raw:
        m_socket.write(step.bytes);
        return;
    case Step::Action::Body:
    case Step::Action::Repeat:
        return sendBody(step.bytes);
    case Step::Action::Delta:
        return sendBody(deltaBytes(m_script, step.delta));
    case Step::Action::EndBody:
        return endBody();
    case Step::Action::Stall:
        m_playing = false;
        return;
    case Step::Action::Reset:
        return end(Ending::Reset);
    case Step::Action::Close:
        return end(Ending::Close);
    case Step::Action::Finish:
        return end(Ending::Finish);
    }
}

void ScriptPlayer::sendBody(const QByteArray &bytes)
{
    sendChunk(m_gzip ? m_gzip->add(bytes) : bytes);
}

void ScriptPlayer::sendChunk(const QByteArray &bytes)
{
    if (!m_script.chunked)
        m_socket.write(bytes);
    else if (!bytes.isEmpty()) // an empty chunk would end the body
        m_socket.write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void ScriptPlayer::endBody()
{
    if (m_gzip)
        sendChunk(m_gzip->finish());
    if (m_script.chunked)
        m_socket.write("0\r\n\r\n");
}

void ScriptPlayer::end(Ending ending)
{
    m_playing = false;
    Q_EMIT ended(ending);
}

void resetConnection(QTcpSocket &socket)
{
    const linger atOnce{1, 0};
    const auto descriptor = socket.socketDescriptor();
    if (descriptor >= 0) {
#ifdef Q_OS_WIN
        setsockopt(SOCKET(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&atOnce),
                   sizeof atOnce);
#else
        setsockopt(int(descriptor), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#endif
    }
    socket.abort();
}

} // namespace qcc::sim
