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
    /// A connection that rested longer than this is not taken for reused.
    static constexpr std::chrono::seconds kReuseWithin{120};

    QnamExchange(Result<std::shared_ptr<QnamLane>> lane, const Endpoint &endpoint, UpstreamRequest request, BodySource &body,
                 UpstreamListener &listener);
    ~QnamExchange() override;

    void setReading(bool on) override;
    void bodyGrew() override;
    void setHeaderLimit(milliseconds limit) override;
    bool nothingSent() const override { return !m_requestSent; }
    bool bodySent() const override { return !m_upload || m_upload->sent(); }

private:
    void begin();
    QNetworkRequest networkRequest() const;
    void requestSent();
    void headArrived();
    void readSome();
    void finished();
    bool retryOnFresh(QNetworkReply::NetworkError error);
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
    bool m_probablyReused = false;
    bool m_requestSent = false;
    bool m_headSeen = false;
    bool m_reading = true;
    bool m_finished = false;
};

} // namespace qcc
