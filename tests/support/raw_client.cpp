// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qcc::test {

namespace {
constexpr std::chrono::milliseconds kLook{
    5}; ///< conditions that no event of this thread announces are looked at so often
}

bool eventually(const std::function<bool()> &holds, std::chrono::milliseconds patience)
{
    if (holds())
        return true;
    QTimer tick;
    tick.start(kLook);
    const QDeadlineTimer limit(patience);
    while (!limit.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (holds())
            return true;
    }
    return false;
}

bool throughout(const std::function<bool()> &holds, std::chrono::milliseconds span)
{
    return !eventually([&] { return !holds(); }, span);
}

QByteArray RawAnswer::field(const QByteArray &name) const
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value;
    }
    return {};
}

qsizetype RawAnswer::count(const QByteArray &name) const
{
    return std::count_if(fields.begin(), fields.end(),
                         [&](const auto &field) { return field.first == name; });
}

RawClient::RawClient(quint16 port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(std::exchange(m_socket, -1));
        m_end = End::Reset;
        return;
    }
    ::fcntl(m_socket, F_SETFL, ::fcntl(m_socket, F_GETFL) | O_NONBLOCK);
    m_read = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    m_write = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Write);
    m_write->setEnabled(false);
    connect(m_read.get(), &QSocketNotifier::activated, this, &RawClient::readable);
    connect(m_write.get(), &QSocketNotifier::activated, this, &RawClient::writable);
}

RawClient::~RawClient()
{
    closeNow();
}

void RawClient::send(const QByteArray &bytes)
{
    sendPieces({bytes});
}

void RawClient::sendPieces(const QByteArrayList &pieces)
{
    m_out += pieces;
    m_out.removeAll(QByteArray());
    if (m_write && !m_out.isEmpty())
        m_write->setEnabled(true);
}

qsizetype RawClient::unsent() const
{
    qsizetype bytes = 0;
    for (const QByteArray &piece : m_out)
        bytes += piece.size();
    return bytes;
}

void RawClient::setReading(bool on)
{
    if (m_read)
        m_read->setEnabled(on);
}

void RawClient::halfClose()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::closeNow()
{
    m_read.reset();
    m_write.reset();
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

void RawClient::resetNow()
{
    const linger hard{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    closeNow();
}

void RawClient::readable()
{
    std::array<char, 64 * 1024> block;
    const ssize_t got = ::recv(m_socket, block.data(), block.size(), 0);
    if (got > 0) {
        m_received.append(block.data(), got);
        m_total += got;
        return;
    }
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_end = got == 0 ? End::Closed : End::Reset;
    m_read->setEnabled(false);
}

void RawClient::writable()
{
    m_write->setEnabled(false);
    if (m_out.isEmpty())
        return;
    QByteArray &piece = m_out.front();
    const ssize_t sent = ::send(m_socket, piece.constData(), static_cast<size_t>(piece.size()), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR)
        return; // the reading side tells the end
    if (sent == piece.size())
        m_out.removeFirst();
    else if (sent > 0)
        piece.remove(0, sent);
    m_write->setEnabled(!m_out.isEmpty());
}

namespace {

/// The body behind @p from: what there is of it, and whether it is whole.
void readChunks(const QByteArray &bytes, qsizetype from, RawAnswer &answer, qsizetype &used)
{
    qsizetype at = from;
    while (true) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return;
        bool number = false;
        const qsizetype size = bytes.mid(at, lineEnd - at).toLongLong(&number, 16);
        if (!number)
            return;
        const qsizetype data = lineEnd + 2;
        if (size == 0) {
            answer.whole = bytes.mid(data, 2) == "\r\n";
            used = data + 2;
            return;
        }
        answer.body += bytes.mid(data, size);
        if (bytes.mid(data + size, 2) != "\r\n")
            return;
        at = data + size + 2;
    }
}

RawAnswer readHead(const QByteArray &head)
{
    RawAnswer answer;
    const QByteArrayList lines = head.split('\n');
    const QByteArray first = lines.front().trimmed();
    answer.version = first.left(8);
    answer.status = first.mid(9, 3).toInt();
    answer.reason = first.mid(13);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.fields.emplace_back(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return answer;
}

} // namespace

RawAnswer RawClient::parse(bool toHead, qsizetype &used, int &interim) const
{
    qsizetype start = 0;
    while (true) {
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n", start);
        if (headEnd < 0)
            return {};
        RawAnswer answer = readHead(m_received.mid(start, headEnd - start));
        const qsizetype from = headEnd + 4;
        if (answer.status / 100 == 1) {
            ++interim;
            start = from;
            continue;
        }
        used = from;
        if (toHead || answer.status == 204 || answer.status == 304) {
            answer.whole = true;
        } else if (answer.field("transfer-encoding") == "chunked") {
            readChunks(m_received, from, answer, used);
        } else if (answer.count("content-length") == 1) {
            const qsizetype length = answer.field("content-length").toLongLong();
            answer.body = m_received.mid(from, length);
            answer.whole = answer.body.size() == length;
            used = from + length;
        } else {
            answer.untilClose = true;
            answer.body = m_received.mid(from);
            answer.whole = m_end == End::Closed;
            used = m_received.size();
        }
        return answer;
    }
}

RawAnswer RawClient::peek(bool toHead) const
{
    qsizetype used = 0;
    int interim = 0;
    return parse(toHead, used, interim);
}

RawAnswer RawClient::next(bool toHead, std::chrono::milliseconds patience)
{
    RawAnswer answer;
    qsizetype used = 0;
    int interim = 0;
    qsizetype parsed = -1;
    qsizetype seen = -1;
    End parsedEnd = End::Open;
    const bool came = eventually(
        [&] {
            // A long answer is looked into when it has grown by a good part, or has come to a rest.
            const qsizetype size = m_received.size();
            const bool resting = std::exchange(seen, size) == size;
            if ((parsed == size && parsedEnd == m_end) ||
                (!resting && size - parsed < parsed / 4 && m_end == End::Open))
                return false;
            parsed = size;
            parsedEnd = m_end;
            interim = 0;
            answer = parse(toHead, used, interim);
            return answer.whole || m_end != End::Open;
        },
        patience);
    if (!came || !answer.whole)
        return {};
    m_interim += interim;
    m_received.remove(0, used);
    return answer;
}

bool RawClient::waitForEnd(std::chrono::milliseconds patience)
{
    return eventually([this] { return m_end != End::Open; }, patience);
}

} // namespace qcc::test
