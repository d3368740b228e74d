// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/request_reader.h"

namespace qcc::sim {

namespace {

bool isTokenChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenChar);
}

bool isDigits(const QByteArray &text)
{
    constexpr qsizetype longest = 15;
    return !text.isEmpty() && text.size() <= longest &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

RequestReader::Event RequestReader::next()
{
    switch (m_state) {
    case State::Over:
        startRequest();
        [[fallthrough]];
    case State::Head:
        return readHead();
    case State::Length:
        return readLength();
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkData:
        return readChunkData();
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailer:
        return readTrailer();
    case State::Bad:
        break;
    }
    return Event::Bad;
}

void RequestReader::startRequest()
{
    m_fields.clear();
    m_framing = BodyFraming::None;
    m_remaining = 0;
    m_body.clear();
    m_state = State::Head;
}

RequestReader::Event RequestReader::bad(const char *why)
{
    m_why = why;
    m_buffer.clear();
    m_state = State::Bad;
    return Event::Bad;
}

RequestReader::Event RequestReader::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > maxHead || (end < 0 && m_buffer.size() > maxHead))
        return bad("head too large");
    if (end < 0)
        return Event::NeedMore;
    const QByteArray head = m_buffer.first(end);
    m_buffer.remove(0, end + 4);
    qsizetype from = 0;
    for (int number = 0; from <= head.size(); ++number) {
        qsizetype to = head.indexOf("\r\n", from);
        to = to < 0 ? head.size() : to;
        const QByteArray line = head.sliced(from, to - from);
        if (!(number == 0 ? parseRequestLine(line) : parseField(line)))
            return bad(number == 0 ? "bad request line" : "bad field line");
        from = to + 2;
    }
    if (const char *why = decideFraming())
        return bad(why);
    return Event::Head;
}

bool RequestReader::parseRequestLine(const QByteArray &line)
{
    const QByteArrayList parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty())
        return false;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return false;
    m_method = parts[0];
    m_target = parts[1];
    m_version = parts[2];
    return std::ranges::none_of(m_target, [](char c) { return c <= ' ' || c == 0x7f; });
}

bool RequestReader::parseField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return false;
    const QByteArray value = line.sliced(colon + 1).trimmed();
    const bool hasControl = std::ranges::any_of(value, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < ' ' && byte != '\t') || byte == 0x7f;
    });
    m_fields.push_back({line.first(colon), value});
    return !hasControl;
}

/// RFC 9112 section 6.3. Returns what is wrong with the framing fields, or nullptr.
const char *RequestReader::decideFraming()
{
    QByteArray length;
    QByteArray coding;
    int lengths = 0;
    int codings = 0;
    for (const Field &field : m_fields) {
        if (field.name.compare("content-length", Qt::CaseInsensitive) == 0) {
            length = field.value;
            ++lengths;
        } else if (field.name.compare("transfer-encoding", Qt::CaseInsensitive) == 0) {
            coding = field.value.toLower();
            ++codings;
        }
    }
    if (lengths > 1 || codings > 1 || (lengths && codings))
        return "ambiguous body length";
    if (codings && (coding != "chunked" || m_version == "HTTP/1.0"))
        return "unknown transfer coding";
    if (lengths && !isDigits(length))
        return "odd content length";
    m_remaining = length.toLongLong();
    m_framing = codings ? BodyFraming::Chunked : lengths ? BodyFraming::Length : BodyFraming::None;
    m_state = codings ? State::ChunkSize : State::Length;
    return nullptr;
}

void RequestReader::takeBody(qint64 most)
{
    if (m_buffer.size() <= most) {
        m_body = std::exchange(m_buffer, {});
    } else {
        m_body = m_buffer.first(most);
        m_buffer.remove(0, most);
    }
    m_remaining -= m_body.size();
}

RequestReader::Event RequestReader::readLength()
{
    if (m_remaining == 0) {
        m_state = State::Over;
        return Event::End;
    }
    if (m_buffer.isEmpty())
        return Event::NeedMore;
    takeBody(m_remaining);
    return Event::Body;
}

RequestReader::Event RequestReader::readChunkSize()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end > maxChunkLine || (end < 0 && m_buffer.size() > maxChunkLine))
        return bad("chunk line too long");
    if (end < 0)
        return Event::NeedMore;
    const QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 2);
    const qsizetype extension = line.indexOf(';');
    const QByteArray size = extension < 0 ? line : line.first(extension).trimmed();
    constexpr qsizetype longestSize = 12;
    bool isHex = false;
    m_remaining = size.toLongLong(&isHex, 16);
    if (!isHex || size.size() > longestSize || !std::ranges::all_of(size, isTokenChar) || m_remaining < 0 ||
        size.startsWith('+') || size.startsWith("0x"))
        return bad("bad chunk size");
    m_state = m_remaining == 0 ? State::Trailer : State::ChunkData;
    return next();
}

RequestReader::Event RequestReader::readChunkData()
{
    if (m_buffer.isEmpty())
        return Event::NeedMore;
    takeBody(m_remaining);
    if (m_remaining == 0)
        m_state = State::ChunkEnd;
    return Event::Body;
}

RequestReader::Event RequestReader::readChunkEnd()
{
    if (m_buffer.size() < 2)
        return Event::NeedMore;
    if (!m_buffer.startsWith("\r\n"))
        return bad("chunk longer than its size");
    m_buffer.remove(0, 2);
    m_state = State::ChunkSize;
    return next();
}

RequestReader::Event RequestReader::readTrailer()
{
    while (true) {
        const qsizetype end = m_buffer.indexOf("\r\n");
        if (end > maxHead || (end < 0 && m_buffer.size() > maxHead))
            return bad("trailer too large");
        if (end < 0)
            return Event::NeedMore;
        m_buffer.remove(0, end + 2);
        if (end == 0)
            break;
    }
    m_state = State::Over;
    return Event::End;
}

} // namespace qcc::sim
