// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out, and how a connection goes on or ends behind it.
#include "app/proxy/client_connection.h"

#include "app/proxy/proxy_server.h"

namespace qcc {

void ClientConnection::openWriter(AnswerForm form)
{
    m_writer.emplace(*m_stream, form);
    m_noted = 0;
}

void ClientConnection::noteWritten()
{
    m_reader.wrote(m_writer->written() - m_noted);
    m_noted = m_writer->written();
}

void ClientConnection::answer(const OwnAnswer &own, AnswerForm form)
{
    openWriter(form);
    m_writer->begin(own.head, own.body.size());
    m_writer->body(own.body);
    m_writer->end();
    noteWritten();
    m_writer.reset();
    if (form.keepAlive)
        return rest();
    linger(own.head.status == 413 ? Upload::Running : Upload::Read);
}

/// Whatever can't be trusted is answered once, and nothing that follows is read as a request.
void ClientConnection::refuse(const OwnAnswer &own)
{
    answer(own, AnswerForm{false, false, false});
}

void ClientConnection::beginAnswer(const ResponseHead &head, std::optional<qint64> length)
{
    // A body that is still on its way makes the connection useless for another request.
    if (!m_body || !m_body->done() || m_closeSoon)
        m_writer->forbidKeepAlive();
    m_writer->begin(head, length);
}

void ClientConnection::writeBody(QByteArrayView bytes)
{
    m_writer->body(bytes);
}

void ClientConnection::flush()
{
    m_writer->flush();
    noteWritten();
}

qsizetype ClientConnection::waitingBytes() const
{
    return m_stream->pendingBytes();
}

void ClientConnection::onDrained()
{
    m_reader.drained();
    if (m_state == State::Request && m_course)
        m_course->clientDrained();
    if (m_state != State::Lingering)
        return;
    m_stream->setReading(true);
    lingerOn();
}

void ClientConnection::endAnswer()
{
    const bool whole = m_writer->end();
    noteWritten();
    if (!whole)
        return breakOff();
    afterAnswer();
}

void ClientConnection::afterAnswer()
{
    if (m_course)
        std::exchange(m_course, nullptr)->deleteLater();
    const bool requestWasRead = m_body && m_body->done();
    const bool keep = m_writer->keepAlive() && requestWasRead && !m_closeSoon;
    m_writer.reset();
    m_body.reset();
    if (!keep)
        return linger(requestWasRead ? Upload::Read : Upload::Running);
    m_state = State::Head;
    m_headBegun = false;
    rest();
    m_stream->setReading(true);
    // Further requests that are here already get their turn from the event loop: no recursion, however many
    // there are.
    if (!m_in.isEmpty())
        QMetaObject::invokeMethod(this, &ClientConnection::processInput, Qt::QueuedConnection);
}

void ClientConnection::rest()
{
    m_idleSince = Deadline::Clock::now();
    m_limit.set(m_server.limits().keepAliveIdle);
}

void ClientConnection::breakOff()
{
    if (m_course)
        std::exchange(m_course, nullptr)->deleteLater();
    m_stream->closeNow(true);
    gone();
}

/// RFC 9112 section 9.6: closing with unread bytes would reset the connection and could take the answer with
/// it. Reading on counts from when the answer is out; a client that sends nothing more may end its direction
/// meanwhile, so that its end is not looked for until then. Only one whose upload runs is given time to bring
/// it to its end; whoever drips nonsense is not.
void ClientConnection::linger(Upload upload)
{
    m_state = State::Lingering;
    m_in = QByteArray();
    m_limit.clear();
    m_lingerFor = upload == Upload::Running ? m_server.limits().lingeringTotal : m_server.limits().lingering;
    m_lingerEnd = Deadline::Clock::now() + m_lingerFor;
    m_stream->setReading(m_stream->pendingBytes() == 0 || upload == Upload::Running);
    m_stream->finishWriting();
    lingerOn();
}

void ClientConnection::lingerOn()
{
    if (m_stream->pendingBytes() > 0) {
        m_lingerEnd = Deadline::Clock::now() + m_lingerFor;
        return; // the reader is watched
    }
    const auto left = std::chrono::ceil<milliseconds>(m_lingerEnd - Deadline::Clock::now());
    m_limit.set(std::clamp(left, milliseconds(0), m_server.limits().lingering));
}

} // namespace qcc
