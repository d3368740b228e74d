// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/deadline.h"
#include "app/upstream/qnam_transport.h"
#include "app/upstream/upload_device.h"

#include <QNetworkReply>

namespace qcc {

/// One attempt through QNetworkAccessManager. Engine thread.
class QnamExchange final : public QObject, public UpstreamExchange
{
    Q_OBJECT
public:
    static constexpr qint64 kReadBuffer = 256 * 1024;
    /// Over HTTP/2 QNAM takes in what comes whether it is read or not (Qt 6.4): an answer of which so much
    /// waits is given up.
    static constexpr qint64 kMostHeld = 16 * 1024 * 1024;

    QnamExchange(Result<std::shared_ptr<QnamLane>> lane, const Endpoint &endpoint, UpstreamRequest request,
                 BodySource &body, UpstreamListener &listener);
    ~QnamExchange() override;

    void setReading(bool on) override;
    void bodyGrew() override;
    void setHeaderLimit(milliseconds limit) override;
    bool nothingSent() const override { return !m_everSent && !sending(); }
    bool bodySent() const override;

private:
    void begin();
    QNetworkRequest networkRequest() const;
    QNetworkReply *send(const QNetworkRequest &request);
    bool sending() const { return m_requestSent || (m_upload && m_upload->wanted()); }
    void bodyMoved();
    void bodyFailed();
    void requestSent();
    void armHeaderLimit();
    void headArrived();
    void readSome();
    void finished();
    bool retryOnFresh(QNetworkReply::NetworkError error);
    TransportFault faultAtEnd() const;
    bool endsByClosing() const;
    bool cutShort(int status) const;
    void leaveLane();
    void dropReply();
    void fail(TransportFault fault, const QString &detail);
    void deadlineReached();

    std::shared_ptr<QnamLane> m_lane;
    Endpoint m_endpoint;
    UpstreamRequest m_request;
    BodySource &m_body;
    UpstreamListener &m_listener;
    Deadline m_deadline;
    QNetworkReply *m_reply = nullptr;
    std::unique_ptr<UploadDevice> m_upload;
    qint64 m_received = 0;
    bool m_freshConnection = false; ///< QNAM opened one for this request
    bool m_retried = false;
    bool m_everSent = false;
    bool m_requestSent = false;
    bool m_headSeen = false;
    bool m_reading = true;
    bool m_finished = false;
    bool m_over = false; ///< the listener has had its last call
};

} // namespace qcc
