// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <map>
#include <memory>

class QTcpSocket;

namespace qcc::test {

/// What a service was asked, as it came over the wire.
struct RecordedAsk
{
    QByteArray method;
    QByteArray target;                       ///< path and query, as sent
    std::map<QByteArray, QByteArray> header; ///< names in small letters
    QByteArray body;
    QJsonObject json() const;
};

/// A service on loopback that writes down what it is asked, and answers as it is told.
class ServiceRecorder : public QObject
{
    Q_OBJECT
public:
    /// @p tls: with this certificate; none: plain.
    explicit ServiceRecorder(const std::optional<QSslConfiguration> &tls = std::nullopt);

    /// "http://127.0.0.1:PORT" + @p path.
    QByteArray url(const QByteArray &path = {}) const;
    const std::vector<RecordedAsk> &asks() const { return m_asks; }
    int hungUp() const { return m_hungUp; }

    QByteArray status = "200 OK";
    QByteArray headers; ///< with their CRLF
    QByteArray body = "ok";
    bool silent = false;
    qint64 stuffing = 0; ///< bytes that follow the body, for ever more

private:
    void accept();
    void read(QTcpSocket *socket, QByteArray &buffer);
    void answer(QTcpSocket *socket);

    bool m_isTls;
    std::unique_ptr<QTcpServer> m_server;
    std::vector<RecordedAsk> m_asks;
    int m_hungUp = 0;
};

} // namespace qcc::test
