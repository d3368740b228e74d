// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/request_body_reader.h"

namespace qcc {

RequestBodyReader::RequestBodyReader(BodyFraming framing, qint64 limit) : m_framing(framing), m_limit(limit)
{
    const bool empty = framing.kind == BodyFraming::Kind::Length && framing.length == 0;
    m_done = empty || framing.kind == BodyFraming::Kind::None;
}

RequestBodyReader::Step RequestBodyReader::next(QByteArrayView input)
{
    if (m_done)
        return {Status::Done, 0, {}};
    Step step = m_framing.kind == BodyFraming::Kind::Chunked ? nextChunk(input) : nextOfLength(input);
    m_taken += step.data.size();
    if (m_taken > m_limit)
        return {Status::TooLarge, step.consumed, {}};
    m_done = step.status == Status::Done;
    return step;
}

RequestBodyReader::Step RequestBodyReader::nextOfLength(QByteArrayView input)
{
    const qint64 left = static_cast<qint64>(m_framing.length) - m_taken;
    const qsizetype take = static_cast<qsizetype>(std::min<qint64>(left, input.size()));
    return {take == left ? Status::Done : Status::NeedMore, take, input.first(take)};
}

RequestBodyReader::Step RequestBodyReader::nextChunk(QByteArrayView input)
{
    const ChunkedDecoder::Step step = m_chunks.next(input);
    switch (step.status) {
    case ChunkedDecoder::Status::NeedMore:
        return {Status::NeedMore, step.consumed, step.data};
    case ChunkedDecoder::Status::Done:
        return {Status::Done, step.consumed, step.data};
    case ChunkedDecoder::Status::Bad:
        return {Status::Bad, step.consumed, {}};
    }
    Q_UNREACHABLE();
}

} // namespace qcc
