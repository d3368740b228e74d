// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/chars.h"
#include "app/http/http1.h"

namespace qcc {

// Size ─;→ Extension ─CR→ SizeLf ─LF→ Data ─last byte→ DataCr → DataLf → Size
//   └──────────CR────────────┘  └─size 0→ TrailerStart ─CR→ EndLf ─LF→ Done
//                                           └→ TrailerName ─:→ TrailerValue ─CR→ TrailerLf ─LF→ TrailerStart
ChunkedDecoder::Step ChunkedDecoder::next(QByteArrayView input)
{
    Step step;
    while (step.consumed < input.size() && m_state != State::Done) {
        if (m_state == State::Data) {
            const auto rest = static_cast<quint64>(input.size() - step.consumed);
            step.data = input.sliced(step.consumed, static_cast<qsizetype>(std::min(rest, m_remaining)));
            step.consumed += step.data.size();
            m_remaining -= static_cast<quint64>(step.data.size());
            if (m_remaining == 0)
                m_state = State::DataCr;
            break;
        }
        m_state = afterByte(static_cast<unsigned char>(input[step.consumed]));
        if (m_state == State::Bad)
            break;
        ++step.consumed;
    }
    if (m_state == State::Bad)
        step.status = Status::Bad;
    else if (m_state == State::Done)
        step.status = Status::Done;
    return step;
}

ChunkedDecoder::State ChunkedDecoder::afterByte(unsigned char byte)
{
    const auto expect = [byte](unsigned char wanted, State then) {
        return byte == wanted ? then : State::Bad;
    };
    switch (m_state) {
    case State::Size:
        return sizeByte(byte);
    case State::Extension:
        return extensionByte(byte);
    case State::SizeLf:
        return expect('\n', m_remaining > 0 ? State::Data : State::TrailerStart);
    case State::DataCr:
        return expect('\r', State::DataLf);
    case State::DataLf:
        m_sizeDigits = 0;
        return expect('\n', State::Size);
    case State::TrailerStart:
    case State::TrailerName:
    case State::TrailerValue:
        return trailerByte(byte);
    case State::TrailerLf:
        return expect('\n', State::TrailerStart);
    case State::EndLf:
        return expect('\n', State::Done);
    case State::Data:
    case State::Done:
    case State::Bad:
        break;
    }
    return State::Bad;
}

ChunkedDecoder::State ChunkedDecoder::sizeByte(unsigned char byte)
{
    constexpr int maxDigits = 16;
    if (const int digit = http::hexDigit(byte); digit >= 0) {
        m_remaining = m_remaining << 4 | static_cast<quint64>(digit);
        return ++m_sizeDigits <= maxDigits ? State::Size : State::Bad;
    }
    if (m_sizeDigits == 0)
        return State::Bad;
    m_extensionBytes = 0;
    if (byte == ';')
        return State::Extension;
    return byte == '\r' ? State::SizeLf : State::Bad;
}

ChunkedDecoder::State ChunkedDecoder::extensionByte(unsigned char byte)
{
    if (byte == '\r')
        return m_extensionBytes > 0 ? State::SizeLf : State::Bad;
    return http::isVisible(byte) && ++m_extensionBytes <= kExtensionLimit ? State::Extension : State::Bad;
}

ChunkedDecoder::State ChunkedDecoder::trailerByte(unsigned char byte)
{
    if (m_state == State::TrailerStart && byte == '\r')
        return State::EndLf;
    if (++m_trailerBytes > kTrailerLimit)
        return State::Bad;
    if (m_state == State::TrailerValue) {
        if (byte == '\r')
            return State::TrailerLf;
        return http::isControl(byte) ? State::Bad : State::TrailerValue;
    }
    if (m_state == State::TrailerName && byte == ':')
        return State::TrailerValue;
    return http::isTokenByte(byte) ? State::TrailerName : State::Bad;
}

} // namespace qcc
