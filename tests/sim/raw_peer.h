// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace qcc::sim::test {

/// A client of bare system calls, so that a reset is told apart from a close (QTcpSocket reports both alike).
/// Non-blocking: call pump() from QTRY_VERIFY, which lets the provider in the same thread run.
class RawPeer
{
public:
    enum class End { Open, Closed, Reset };

    /// Connects to the port on loopback.
    explicit RawPeer(quint16 port);
    ~RawPeer();
    RawPeer(const RawPeer &) = delete;
    RawPeer &operator=(const RawPeer &) = delete;

    bool isConnected() const { return m_descriptor >= 0; }
    /// Queues bytes; they leave with this and later calls of pump().
    RawPeer &send(const QByteArray &bytes);
    /// Sends and receives what can be done now.
    RawPeer &pump();
    bool allSent() const { return m_pending.isEmpty(); }
    void close();

    QByteArray received;
    End end = End::Open;

private:
    int m_descriptor = -1;
    QByteArray m_pending;
};

struct Answer
{
    int status = 0;
    QByteArray head; ///< with the status line, names in lower case
    QByteArray body; ///< decoded from chunks
    QByteArray field(const QByteArray &name) const;
};

/// Takes the first complete answer (framed by length or chunks; 1xx has no body) off the front of @p bytes.
std::optional<Answer> takeAnswer(QByteArray &bytes);
/// Lets the event loop run until the peer's next complete answer is there; status 0 when none comes within 5
/// s.
Answer nextAnswer(RawPeer &peer);

QByteArray post(const QByteArray &body, const QByteArray &target = "/v1/messages",
                const QByteArray &fields = {});
inline const QByteArray plainBody = R"({"model":"claude-test","max_tokens":9,"messages":[]})";
inline const QByteArray streamBody = R"({"model":"claude-test","stream":true,"messages":[]})";

} // namespace qcc::sim::test
