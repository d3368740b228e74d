// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/response_reader.h"

namespace qcc {

namespace {

/// Tells HTTP/0.9-like bytes, which the scanner would read on until the end of a line that never comes.
bool mayBecomeHttp(QByteArrayView bytes)
{
    constexpr QByteArrayView kStart("HTTP/");
    const qsizetype known = std::min(bytes.size(), kStart.size());
    return bytes.first(known) == kStart.first(known);
}

} // namespace

void ResponseReader::feed(QByteArrayView bytes)
{
    m_anyBytes = m_anyBytes || !bytes.isEmpty();
    if (m_state == State::Head) {
        m_buffer.append(bytes.data(), bytes.size());
        return;
    }
    m_buffer.clear();
    m_input = bytes;
}

ResponseReader::Event ResponseReader::next()
{
    switch (m_state) {
    case State::Head:
        return nextHead();
    case State::Length:
        return nextLength();
    case State::Chunked:
        return nextChunk();
    case State::UntilClose:
        if (m_input.isEmpty())
            return Event::NeedMore;
        m_body = std::exchange(m_input, {});
        return Event::Body;
    case State::Done:
        return Event::End;
    case State::Bad:
        return Event::Bad;
    }
    Q_UNREACHABLE();
}

ResponseReader::Event ResponseReader::nextHead()
{
    while (true) {
        const HeadScanner::Status status = m_scanner.scan(m_buffer);
        if (status == HeadScanner::Status::Bad || !mayBecomeHttp(m_buffer))
            return bad();
        if (status == HeadScanner::Status::Incomplete)
            return Event::NeedMore;
        const qsizetype size = m_scanner.headSize();
        m_response = parseResponseHead(QByteArrayView(m_buffer).first(size), m_method);
        const int code = m_response.head.status;
        if (m_response.fault != HttpFault::None || code == 101)
            return bad();
        if (code >= 200) {
            m_input = QByteArrayView(m_buffer).sliced(size);
            beginBody();
            return Event::Head;
        }
        if (++m_interim > kMaxInterim)
            return bad();
        m_buffer.remove(0, size);
        m_scanner = HeadScanner(kResponseHeadLimits);
    }
}

void ResponseReader::beginBody()
{
    switch (m_response.framing.kind) {
    case BodyFraming::Kind::None:
        m_state = State::Done;
        return;
    case BodyFraming::Kind::Length:
        m_remaining = m_response.framing.length;
        m_state = m_remaining > 0 ? State::Length : State::Done;
        return;
    case BodyFraming::Kind::Chunked:
        m_state = State::Chunked;
        return;
    case BodyFraming::Kind::UntilClose:
        m_state = State::UntilClose;
        return;
    }
}

ResponseReader::Event ResponseReader::nextLength()
{
    if (m_input.isEmpty())
        return Event::NeedMore;
    const qsizetype take =
        static_cast<qsizetype>(std::min<quint64>(m_remaining, static_cast<quint64>(m_input.size())));
    m_body = m_input.first(take);
    m_input = m_input.sliced(take);
    m_remaining -= static_cast<quint64>(take);
    if (m_remaining == 0)
        m_state = State::Done;
    return Event::Body;
}

ResponseReader::Event ResponseReader::nextChunk()
{
    while (true) {
        const ChunkedDecoder::Step step = m_chunks.next(m_input);
        m_input = m_input.sliced(step.consumed);
        if (step.status == ChunkedDecoder::Status::Bad)
            return bad();
        if (step.status == ChunkedDecoder::Status::Done)
            m_state = State::Done;
        if (!step.data.isEmpty()) {
            m_body = step.data;
            return Event::Body;
        }
        if (m_state == State::Done)
            return Event::End;
        if (step.consumed == 0)
            return Event::NeedMore;
    }
}

ResponseReader::Event ResponseReader::bad()
{
    m_state = State::Bad;
    return Event::Bad;
}

ResponseReader::Event ResponseReader::atClose() const
{
    return m_state == State::UntilClose || m_state == State::Done ? Event::End : Event::Bad;
}

bool ResponseReader::reusable() const
{
    return m_state == State::Done && m_response.keepAlive && m_input.isEmpty();
}

} // namespace qcc
