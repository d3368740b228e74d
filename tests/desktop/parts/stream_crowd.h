// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace qcc::test {

/// What a crowd of streams has seen of one span of time.
struct CrowdDelays
{
    qsizetype gaps = 0; ///< between two reads of one stream
    double median = 0;  ///< ms
    double p99 = 0;     ///< ms
    double longest = 0; ///< ms
};

/// Many clients that stream at once, and the gaps between what they get. Lives on a thread of its own; other
/// threads reach it by queued or blocking calls.
class StreamCrowd final : public QObject
{
    Q_OBJECT
public:
    StreamCrowd(quint16 port, QByteArray request, int count);

public Q_SLOTS:
    void start();
    /// The gaps since the last time.
    qcc::test::CrowdDelays takeDelays();
    int finished() const { return m_finished; } ///< complete answers
    int broken() const { return m_broken; }

private:
    struct Stream
    {
        QTcpSocket socket;
        QByteArray tail; ///< the last bytes
        qint64 lastRead = -1;
        bool ended = false;
    };
    void read(Stream &stream);
    void end(Stream &stream);

    quint16 m_port;
    QByteArray m_request;
    int m_count;
    QElapsedTimer m_clock;
    std::vector<std::unique_ptr<Stream>> m_streams;
    std::vector<double> m_gaps;
    int m_finished = 0;
    int m_broken = 0;
};

} // namespace qcc::test

Q_DECLARE_METATYPE(qcc::test::CrowdDelays)
