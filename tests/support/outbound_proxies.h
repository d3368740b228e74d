// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

class QTcpSocket;

namespace qcc::test {

/// A small outbound proxy on loopback: speaks HTTP CONNECT or SOCKS5 (without authentication), then passes
/// bytes both ways.
class OutboundProxy : public QObject
{
    Q_OBJECT
public:
    enum class Kind { HttpConnect, Socks5 };
    enum class Mood {
        Serves,
        Refuses,       ///< answers that it won't: 403, or SOCKS reply 2
        WantsPassword, ///< 407, or no acceptable SOCKS method
        HangsUp,       ///< closes as soon as it is asked
        TalksNonsense
    };

    OutboundProxy(Kind kind, Mood mood);
    QUrl url() const;
    /// "host:port" of each way that was opened, in order.
    const QStringList &targets() const { return m_targets; }

private:
    struct Way;
    void accept();
    void readRequest(Way &way);
    void readConnect(Way &way);
    void readSocks(Way &way);
    void refuse(Way &way);
    void open(Way &way, const QString &host, quint16 port, const QByteArray &welcome);

    Kind m_kind;
    Mood m_mood;
    QTcpServer m_server;
    QStringList m_targets;
};

} // namespace qcc::test
