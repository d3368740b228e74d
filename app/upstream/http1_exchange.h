// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"
#include "app/io/deadline.h"
#include "app/upstream/response_reader.h"
#include "app/upstream/transport.h"

namespace qcc {

class ConnectionPool;

/// One attempt over an HTTP/1.1 connection. Engine thread.
///
///   Connecting --connected--> Sending --body sent--> Awaiting --head--> Answering --end--> (connection given
///   back)
///       ^                        |                      |
///       +---- a reused connection that dies before any byte of the answer: once more on a fresh one
class Http1Exchange final : public UpstreamExchange, private StreamListener
{
public:
    /// Bytes of the request that may wait in the connection; then the body rests.
    static constexpr qsizetype kSendAhead = 256 * 1024;
    static constexpr qsizetype kSendBlock = 64 * 1024;

    Http1Exchange(std::shared_ptr<ConnectionPool> pool, const TimeLimits &limits, UpstreamRequest request,
                  BodySource &body, UpstreamListener &listener);
    ~Http1Exchange() override;

    void setReading(bool on) override;
    void bodyGrew() override;
    void setHeaderLimit(milliseconds limit) override;
    bool nothingSent() const override { return !m_anySent; }
    bool bodySent() const override
    {
        return (m_bodyDone || m_bodyStopped) && (!m_reused || m_reader.anyBytes());
    }

private:
    enum class Phase { Connecting, Exchanging, Over };

    void onConnected() override;
    void onBytes(QByteArrayView bytes) override;
    void onDrained() override;
    void onClosed(StreamFault fault, const QString &detail) override;

    void beginOnIdle();
    void beginFresh();
    void sendRequest();
    void pumpBody();
    QByteArray nextBodyBlock();
    bool handle(ResponseReader::Event event);
    void headArrived();
    void finish();
    void fail(TransportFault fault, const QString &detail);
    void deadlineReached();
    void armAnswerLimit();

    std::shared_ptr<ConnectionPool> m_pool;
    TimeLimits m_limits;
    UpstreamRequest m_request;
    BodySource &m_body;
    UpstreamListener &m_listener;
    StreamPtr m_stream;
    ResponseReader m_reader;
    Deadline m_deadline;
    Phase m_phase = Phase::Connecting;
    qint64 m_offset = 0;
    bool m_reused = false;
    bool m_reading = true;
    bool m_anySent = false;
    bool m_bodyDone = false;
    bool m_bodyStopped = false; ///< an early answer made the rest of the body pointless
    bool *m_gone = nullptr;     ///< set while the listener is called: tells that it destroyed us
};

} // namespace qcc
