// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/deadline.h"
#include "models/domain/result.h"
#include "models/rules/guard.h"

#include <QTcpServer>

#include <functional>

namespace qcc {

/// One place where clients are taken, for as long as it lives; hands each connection on as a descriptor. Must
/// not know what becomes of them. Engine thread.
class ListenSocket final : public QTcpServer
{
    Q_OBJECT
public:
    explicit ListenSocket(std::function<void(qintptr)> taken);
    ~ListenSocket() override;

    /// @p address: a numeric address or "localhost"; port 0 takes a free one. ListenFailed.
    Result<ListenAddress> open(const QString &address, quint16 port);

protected:
    void incomingConnection(qintptr socket) override { m_taken(socket); }

private:
    void acceptAgain();

    std::function<void(qintptr)> m_taken;
    Deadline m_acceptAgain;
};

} // namespace qcc
