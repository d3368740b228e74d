// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QObject>
#include <QString>

#include <memory>

namespace qcc {

/// How a connection came to its end.
enum class StreamFault {
    None,          ///< the peer closed it in order
    Dns,           ///< the name could not be resolved
    Refused,       ///< refused or unreachable
    Tls,           ///< handshake or certificate
    OutboundProxy, ///< the proxy on the way refused or failed
    Reset          ///< any other end
};

/// Hears a connection's course. No call comes from inside a ByteStream function, only from the event loop.
/// Releasing the stream inside a call is allowed.
class StreamListener
{
public:
    virtual ~StreamListener() = default;
    virtual void onConnected() {}
    /// @p bytes is valid during the call only; whoever wants them later copies them.
    virtual void onBytes(QByteArrayView bytes) = 0;
    /// All that was written is with the system.
    virtual void onDrained() {}
    /// Last call. @p detail: the system's words.
    virtual void onClosed(StreamFault fault, const QString &detail) = 0;
};

/// A byte connection without waiting: bytes are pushed to the listener as they come, writes are taken whole
/// and queued. The queue has no limit of its own: the writer watches pendingBytes() and stops its source.
/// Engine thread.
class ByteStream : public QObject
{
    Q_OBJECT
public:
    void setListener(StreamListener *listener) { m_listener = listener; }

    /// Opens a connection; onConnected or onClosed follows.
    virtual void connectToHost(const QString &host, quint16 port) = 0;
    virtual void write(QByteArrayView bytes) = 0;
    /// Bytes written but not yet with the system.
    virtual qsizetype pendingBytes() const = 0;
    /// Back-pressure: false leaves arriving bytes with the system. Reading is on at first.
    virtual void setReading(bool on) = 0;
    /// After what is pending, ends our direction; bytes still arrive.
    virtual void finishWriting() = 0;
    /// Ends at once; with @p reset the peer sees a broken connection (RST), not an end. No call follows.
    virtual void closeNow(bool reset) = 0;

protected:
    StreamListener *listener() const { return m_listener; }
    /// Closes and tells the listener, as the last call it gets.
    void closeAndTell(StreamFault fault, const QString &detail);

private:
    StreamListener *m_listener = nullptr;
};

/// Closes a stream at once and deletes it when the event loop is reached, so that it may be let go inside its
/// own calls.
struct StreamRelease
{
    void operator()(ByteStream *stream) const;
};
using StreamPtr = std::unique_ptr<ByteStream, StreamRelease>;

} // namespace qcc
