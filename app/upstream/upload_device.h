// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"

#include <QIODevice>

namespace qcc {

/// A request body as QNetworkAccessManager wants it. Sequential on purpose: QNAM can't rewind it, so it can't
/// send a request again by itself when a kept-alive connection dies. Engine thread.
class UploadDevice final : public QIODevice
{
    Q_OBJECT
public:
    explicit UploadDevice(BodySource &body);

    void bodyGrew() { Q_EMIT readyRead(); }
    bool sent() const { return !m_body || (m_body->complete() && m_offset == m_body->size()); }
    /// The body is about to go; whoever still reads gets an end.
    void detach() { m_body = nullptr; }
    /// Bytes have been asked for: the connection stands and takes the body.
    bool wanted() const { return m_wanted; }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return sent(); }
    qint64 bytesAvailable() const override { return m_body ? m_body->size() - m_offset : 0; }

Q_SIGNALS:
    /// QNAM has asked for bytes, and got what there was.
    void moved();
    /// The body can't be read any more.
    void failed();

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    BodySource *m_body;
    qint64 m_offset = 0;
    bool m_wanted = false;
};

} // namespace qcc
