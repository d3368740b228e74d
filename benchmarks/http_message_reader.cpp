// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/http_message_reader.h"

#include <algorithm>
#include <charconv>

namespace qcc::bench {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return result;
}

} // namespace

HttpMessageReader::Status HttpMessageReader::feed(std::string_view bytes, std::string &body)
{
    while (!bytes.empty() && m_state != State::Bad) {
        if (m_state == State::Complete) {
            m_state = State::Bad;
        } else if (takesLines()) {
            bytes = takeLine(bytes);
        } else {
            bytes = takeData(bytes, body);
        }
    }
    switch (m_state) {
    case State::Complete:
        return Status::Complete;
    case State::Bad:
        return Status::Bad;
    default:
        return Status::NeedMore;
    }
}

int HttpMessageReader::statusCode() const
{
    const size_t space = m_startLine.find(' ');
    int code = 0;
    if (space != std::string::npos) {
        std::from_chars(m_startLine.data() + space + 1, m_startLine.data() + m_startLine.size(), code);
    }
    return code;
}

bool HttpMessageReader::takesLines() const
{
    return m_state != State::Length && m_state != State::ChunkData && m_state != State::UntilClose;
}

std::string_view HttpMessageReader::takeLine(std::string_view bytes)
{
    const size_t end = bytes.find('\n');
    m_line.append(bytes.substr(0, end));
    if (end == std::string_view::npos) {
        return {};
    }
    if (m_line.ends_with('\r')) {
        m_line.pop_back();
    }
    endLine();
    m_line.clear();
    return bytes.substr(end + 1);
}

std::string_view HttpMessageReader::takeData(std::string_view bytes, std::string &body)
{
    if (m_state == State::UntilClose) {
        body.append(bytes);
        return {};
    }
    const size_t size = std::min<uint64_t>(bytes.size(), m_remaining);
    body.append(bytes.substr(0, size));
    m_remaining -= size;
    if (m_remaining == 0) {
        m_state = m_state == State::Length ? State::Complete : State::ChunkEnd;
    }
    return bytes.substr(size);
}

void HttpMessageReader::endLine()
{
    switch (m_state) {
    case State::StartLine:
        m_startLine = m_line;
        m_state = State::Field;
        break;
    case State::Field:
        m_line.empty() ? endHead() : readField();
        break;
    case State::ChunkSize:
        readChunkSize();
        break;
    case State::ChunkEnd:
        m_state = m_line.empty() ? State::ChunkSize : State::Bad;
        break;
    case State::Trailer:
        m_state = m_line.empty() ? State::Complete : State::Trailer;
        break;
    default:
        m_state = State::Bad;
    }
}

void HttpMessageReader::readField()
{
    const std::string field = lower(m_line);
    const size_t colon = field.find(':');
    const size_t value = field.find_first_not_of(' ', colon == std::string::npos ? colon : colon + 1);
    if (value == std::string::npos) {
        return;
    }
    const std::string_view name = std::string_view(field).substr(0, colon);
    if (name == "content-length") {
        m_hasLength = true;
        std::from_chars(field.data() + value, field.data() + field.size(), m_remaining);
    } else if (name == "transfer-encoding") {
        m_chunked = field.substr(value) == "chunked";
    } else if (name == "connection") {
        m_keepAlive = field.substr(value) != "close";
    }
}

void HttpMessageReader::endHead()
{
    if (m_chunked) {
        m_state = State::ChunkSize;
    } else if (m_hasLength || m_kind == Kind::Request) {
        m_state = m_remaining > 0 ? State::Length : State::Complete;
    } else {
        m_keepAlive = false;
        m_state = State::UntilClose;
    }
}

void HttpMessageReader::readChunkSize()
{
    const auto [end, error] = std::from_chars(m_line.data(), m_line.data() + m_line.size(), m_remaining, 16);
    if (error != std::errc()) {
        m_state = State::Bad;
    } else {
        m_state = m_remaining > 0 ? State::ChunkData : State::Trailer;
    }
}

} // namespace qcc::bench
