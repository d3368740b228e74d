// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/parts/stream_crowd.h"

#include <QHostAddress>

#include <algorithm>

namespace qcc::test {

StreamCrowd::StreamCrowd(quint16 port, QByteArray request, int count)
    : m_port(port), m_request(std::move(request)), m_count(count)
{
}

void StreamCrowd::start()
{
    m_clock.start();
    for (int i = 0; i < m_count; ++i) {
        Stream &stream = *m_streams.emplace_back(std::make_unique<Stream>());
        connect(&stream.socket, &QTcpSocket::connected, this,
                [this, &stream] { stream.socket.write(m_request); });
        connect(&stream.socket, &QTcpSocket::readyRead, this, [this, &stream] { read(stream); });
        connect(&stream.socket, &QTcpSocket::disconnected, this, [this, &stream] { end(stream); });
        stream.socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    }
}

void StreamCrowd::read(Stream &stream)
{
    const qint64 now = m_clock.nsecsElapsed();
    if (stream.lastRead >= 0)
        m_gaps.push_back(double(now - stream.lastRead) / 1e6);
    stream.lastRead = now;
    stream.tail = (stream.tail + stream.socket.readAll()).right(64);
    if (stream.tail.endsWith("\r\n0\r\n\r\n"))
        end(stream);
}

void StreamCrowd::end(Stream &stream)
{
    if (std::exchange(stream.ended, true))
        return;
    ++(stream.tail.endsWith("0\r\n\r\n") ? m_finished : m_broken);
}

CrowdDelays StreamCrowd::takeDelays()
{
    std::vector<double> gaps = std::exchange(m_gaps, {});
    if (gaps.empty())
        return {};
    std::sort(gaps.begin(), gaps.end());
    return {qsizetype(gaps.size()), gaps[gaps.size() / 2], gaps[gaps.size() * 99 / 100], gaps.back()};
}

} // namespace qcc::test
