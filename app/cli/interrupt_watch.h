// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace qcc {

/// Ctrl-C and SIGTERM as a Qt signal, for commands that run until a person ends them. On POSIX the handler
/// only writes a byte into a pipe, on Windows it is the console's. One at a time in a process; main thread.
class InterruptWatch final : public QObject
{
    Q_OBJECT
public:
    explicit InterruptWatch(QObject *parent = nullptr);
    ~InterruptWatch() override;

Q_SIGNALS:
    void interrupted();

private:
    std::unique_ptr<QObject> m_notifier;
};

} // namespace qcc
