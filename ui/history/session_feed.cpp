// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/session_feed.h"

namespace qcc {

SessionFeed::SessionFeed(InstanceDoor &instance, SessionTableModel &model, QObject *parent)
    : QObject(parent), m_instance(instance), m_model(model)
{
    m_timer.setInterval(kPace);
    connect(&m_timer, &QTimer::timeout, this, &SessionFeed::ask);
    connect(&instance, &InstanceDoor::stateChanged, this, [this] {
        if (m_running)
            ask();
    });
}

void SessionFeed::setRunning(bool on)
{
    if (std::exchange(m_running, on) == on)
        return;
    if (!on)
        return m_timer.stop();
    m_timer.start();
    ask();
}

void SessionFeed::ask()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_again = false;
    m_instance.sessions([self = QPointer(this)](auto sessions) {
        if (self)
            self->answered(std::move(sessions));
    });
}

void SessionFeed::answered(Result<std::vector<SessionSnapshot>> sessions)
{
    m_asking = false;
    if (sessions) {
        m_loaded = true;
        m_model.setSessions(std::move(sessions).value(), m_instance.snapshot().activeConfig, m_clock());
        Q_EMIT loaded();
    } else {
        Q_EMIT failed(sessions.refusal());
    }
    if (m_again && m_running)
        ask();
}

} // namespace qcc
