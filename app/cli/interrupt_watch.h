// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace qcc {

/// Ctrl-C and SIGTERM as a Qt signal, for commands that run until a person ends them: the handler only writes
/// a byte into a pipe. One at a time in a process; main thread.
class InterruptWatch final : public QObject
{
    Q_OBJECT
public:
    explicit InterruptWatch(QObject *parent = nullptr);
    ~InterruptWatch() override;

Q_SIGNALS:
    void interrupted();

private:
    void readable();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace qcc
