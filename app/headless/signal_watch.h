// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace qcc {

/// SIGINT and SIGTERM as a Qt signal: the handler only writes a byte into a socket pair. One at a time in a
/// process; main thread.
class SignalWatch final : public QObject
{
    Q_OBJECT
public:
    SignalWatch();
    ~SignalWatch() override;

Q_SIGNALS:
    void stopAsked();

private:
    void readable();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace qcc
