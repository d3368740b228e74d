// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/session_table_model.h"
#include "ui/base/clock.h"
#include "ui/base/instance_door.h"

#include <QTimer>

namespace qcc {

/// Keeps the list of conversations up to date: asks for all of them once a second, while it is looked at.
/// Knows no widget. Main thread.
class SessionFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kPace{1'000};

    SessionFeed(InstanceDoor &instance, SessionTableModel &model, QObject *parent = nullptr);

    void setClock(Clock clock) { m_clock = std::move(clock); }
    void setRunning(bool on);
    bool isRunning() const { return m_running; }
    /// There was an answer.
    bool isLoaded() const { return m_loaded; }
    /// At once, after something was changed.
    void ask();

Q_SIGNALS:
    void loaded();
    void failed(const qcc::Refusal &refusal);

private:
    void answered(Result<std::vector<SessionSnapshot>> sessions);

    InstanceDoor &m_instance;
    SessionTableModel &m_model;
    Clock m_clock = wallClock;
    QTimer m_timer;
    bool m_running = false;
    bool m_asking = false;
    bool m_again = false; ///< something changed while a question was under way
    bool m_loaded = false;
};

} // namespace qcc
