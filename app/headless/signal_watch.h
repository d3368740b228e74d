// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace qcc {

/// SIGINT and SIGTERM as a Qt signal: on POSIX the handler only writes a byte into a pipe, on Windows it is
/// the console's. One at a time in a process; main thread.
class SignalWatch final : public QObject
{
    Q_OBJECT
public:
    SignalWatch();
    ~SignalWatch() override;

Q_SIGNALS:
    void stopAsked();

private:
    std::unique_ptr<QObject> m_notifier;
};

} // namespace qcc
