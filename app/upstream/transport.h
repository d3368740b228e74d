// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"
#include "models/domain/http_message.h"
#include "models/domain/outcome.h"

#include <memory>
#include <optional>

namespace qcc {

/// The request body of an attempt, read by offset so that several attempts can read the same bytes. Engine
/// thread.
class BodySource
{
public:
    virtual ~BodySource() = default;
    /// Up to @p most bytes from @p offset; empty when they have not arrived yet (or at the end). Nothing:
    /// they can't be read any more (the temporary file failed).
    virtual std::optional<QByteArray> read(qint64 offset, qint64 most) = 0;
    /// Bytes that have arrived so far.
    virtual qint64 size() const = 0;
    /// True once all bytes have arrived.
    virtual bool complete() const = 0;
};

/// One request to one endpoint. Credentials and Host are among the fields already; framing fields are not:
/// the transport adds them.
struct UpstreamRequest
{
    QByteArray method;
    QByteArray target;
    HeaderFields fields;
    bool hasBody = false;
    std::optional<qint64> contentLength; ///< none with hasBody: sent chunked
    milliseconds headerLimit{90'000};    ///< from the last progress of the body to the answer's head
};

/// Hears the course of one attempt. Calls come in the order onHead, (onBody*, onBatchEnd)*, then exactly one
/// of onEnd and onFault, which end the last batch by themselves; none after the exchange has been destroyed,
/// and none from inside UpstreamTransport::start(). Destroying the exchange inside a call is allowed.
class UpstreamListener
{
public:
    virtual ~UpstreamListener() = default;
    virtual void onHead(const ResponseHead &head) = 0;
    virtual void onBody(QByteArrayView bytes) = 0;
    /// All bytes of this wake-up have been handed over: what was gathered may be sent.
    virtual void onBatchEnd() = 0;
    virtual void onEnd() = 0;
    /// @p detail: the system's or library's words; no secret in it.
    virtual void onFault(TransportFault fault, const QString &detail) = 0;
};

/// A running attempt. Destroying it cancels it: the connection is closed unless the answer was complete.
class UpstreamExchange
{
public:
    virtual ~UpstreamExchange() = default;
    /// Back-pressure: false stops reading the answer; the idle time limit rests meanwhile.
    virtual void setReading(bool on) = 0;
    /// The body source has more bytes, or is complete.
    virtual void bodyGrew() = 0;
    /// Replaces UpstreamRequest::headerLimit; counts from now on.
    virtual void setHeaderLimit(milliseconds limit) = 0;
    /// True while not one byte of the request can have reached the endpoint.
    virtual bool nothingSent() const = 0;
    /// True once the body source is not needed any more.
    virtual bool bodySent() const = 0;
};

/// The seam towards the providers. Implementations: PooledTransport (HTTP/1.1, own pool), QnamTransport
/// (HTTP/2), and a scripted one in the tests; all pass the table of tests/upstream. Engine thread only.
class UpstreamTransport
{
public:
    virtual ~UpstreamTransport() = default;
    /// Starts an attempt. Time limits are the endpoint's. @p body and @p listener must outlive the exchange.
    virtual std::unique_ptr<UpstreamExchange> start(const Endpoint &endpoint, UpstreamRequest request,
                                                    BodySource &body, UpstreamListener &listener) = 0;
    /// Opens an idle connection for what may come next, if there is none; cheap to call.
    virtual void prewarm(const Endpoint &endpoint) = 0;
    /// Drops the idle connections of an endpoint that is gone or changed.
    virtual void forget(const EndpointId &endpoint) = 0;
};

} // namespace qcc
