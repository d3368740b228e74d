// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/raw_peer.h"

#include <QTest>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace qcc::sim::test {

RawPeer::RawPeer(quint16 port) : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        close();
}

RawPeer::~RawPeer()
{
    close();
}

void RawPeer::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

RawPeer &RawPeer::send(const QByteArray &bytes)
{
    m_pending += bytes;
    return pump();
}

RawPeer &RawPeer::pump()
{
    std::array<char, 64 * 1024> piece;
    while (end == End::Open && m_descriptor >= 0) {
        const ssize_t got = ::recv(m_descriptor, piece.data(), piece.size(), MSG_DONTWAIT);
        if (got > 0)
            received.append(piece.data(), got);
        else if (got == 0)
            end = End::Closed;
        else if (errno == ECONNRESET || errno == EPIPE)
            end = End::Reset;
        else
            break;
    }
    while (end == End::Open && m_descriptor >= 0 && !m_pending.isEmpty()) {
        const ssize_t sent = ::send(m_descriptor, m_pending.constData(), std::size_t(m_pending.size()),
                                    MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent <= 0)
            break;
        m_pending.remove(0, sent);
    }
    return *this;
}

QByteArray Answer::field(const QByteArray &name) const
{
    const QByteArray start = "\r\n" + name + ": ";
    const qsizetype at = head.indexOf(start);
    if (at < 0)
        return {};
    const qsizetype from = at + start.size();
    return head.sliced(from, head.indexOf('\r', from) - from);
}

namespace {

/// The decoded chunks and the number of bytes they took, or nothing when the last one is not there.
std::optional<std::pair<QByteArray, qsizetype>> decodeChunks(const QByteArray &bytes)
{
    QByteArray body;
    qsizetype at = 0;
    while (true) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return {};
        const qsizetype size = bytes.sliced(at, lineEnd - at).toLongLong(nullptr, 16);
        at = lineEnd + 2;
        if (bytes.size() < at + size + 2)
            return {};
        body += bytes.sliced(at, size);
        at += size + 2;
        if (size == 0)
            return std::pair{body, at};
    }
}

QByteArray lowerNames(const QByteArray &head)
{
    QByteArrayList lines = head.split('\n');
    for (QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            line = line.first(colon).toLower() + line.sliced(colon);
    }
    return lines.join('\n');
}

} // namespace

std::optional<Answer> takeAnswer(QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    Answer answer;
    answer.head = lowerNames(bytes.first(headEnd + 2));
    answer.status = answer.head.sliced(9, 3).toInt();
    const QByteArray rest = bytes.sliced(headEnd + 4);
    qsizetype used = 0;
    if (answer.field("transfer-encoding") == "chunked") {
        const auto decoded = decodeChunks(rest);
        if (!decoded)
            return {};
        answer.body = decoded->first;
        used = decoded->second;
    } else if (answer.status >= 200) {
        used = answer.field("content-length").toLongLong();
        if (rest.size() < used)
            return {};
        answer.body = rest.first(used);
    }
    bytes = rest.sliced(used);
    return answer;
}

Answer nextAnswer(RawPeer &peer)
{
    std::optional<Answer> answer;
    const bool came =
        QTest::qWaitFor([&] { return (answer = takeAnswer(peer.pump().received)).has_value(); });
    return came ? *answer : Answer();
}

QByteArray post(const QByteArray &body, const QByteArray &target, const QByteArray &fields)
{
    return "POST " + target + " HTTP/1.1\r\nHost: sim\r\nContent-Type: application/json\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace qcc::sim::test
