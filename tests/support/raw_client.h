// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace qcc::test {

inline constexpr std::chrono::milliseconds kPatience{8000};

/// Runs the event loop until @p holds says so; false when @p patience is over before. Wakes with every event,
/// so that nothing is slept away.
bool eventually(const std::function<bool()> &holds, std::chrono::milliseconds patience = kPatience);
/// Runs the event loop for a span in which something must not happen; true when @p holds was true all the
/// while.
bool throughout(const std::function<bool()> &holds, std::chrono::milliseconds span);

/// An answer as it stands in the bytes.
struct RawAnswer
{
    QByteArray version;
    int status = 0; ///< 0: there is none
    QByteArray reason;
    std::vector<std::pair<QByteArray, QByteArray>> fields; ///< names in lower case
    QByteArray body;                                       ///< as far as it came, without chunk framing
    bool whole = false;                                    ///< came to its end as framed
    bool untilClose = false;

    QByteArray field(const QByteArray &name) const;
    qsizetype count(const QByteArray &name) const;
};

/// A client of bare system calls: sends what it is told, reads answers without any code of app/http, and
/// tells a reset from a close.
class RawClient final : public QObject
{
    Q_OBJECT
public:
    enum class End { Open, Closed, Reset };

    /// Connects to loopback. @p receiveBuffer: SO_RCVBUF, 0 leaves the system's.
    explicit RawClient(quint16 port, int receiveBuffer = 0);
    ~RawClient() override;

    bool isConnected() const { return m_socket >= 0; }
    void send(const QByteArray &bytes);
    /// One write for each piece, the event loop between them.
    void sendPieces(const QByteArrayList &pieces);
    bool allSent() const { return m_out.isEmpty(); }
    qsizetype unsent() const;
    void setReading(bool on);
    void halfClose();
    void closeNow();
    void resetNow();

    const QByteArray &received() const { return m_received; }
    void forgetReceived() { m_received.clear(); }
    qint64 totalReceived() const { return m_total; }
    End end() const { return m_end; }

    /// Final answer at the front of what was received, whole or not; interim ones are counted and passed
    /// over.
    RawAnswer peek(bool toHead = false) const;
    /// The next whole answer, taken off; status 0 when none comes in time. What there is of it stays for
    /// peek().
    RawAnswer next(bool toHead = false, std::chrono::milliseconds patience = kPatience);
    bool waitForEnd(std::chrono::milliseconds patience = kPatience);
    int interimAnswers() const { return m_interim; }

private:
    void readable();
    void writable();
    RawAnswer parse(bool toHead, qsizetype &used, int &interim) const;

    int m_socket = -1;
    End m_end = End::Open;
    QByteArray m_received;
    qint64 m_total = 0;
    QByteArrayList m_out;
    int m_interim = 0;
    std::unique_ptr<QSocketNotifier> m_read;
    std::unique_ptr<QSocketNotifier> m_write;
};

} // namespace qcc::test
