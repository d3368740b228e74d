// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/health_feed.h"

namespace qcc {

HealthFeed::HealthFeed(HistoryDoor &history, QObject *parent)
    : QObject(parent), m_history(history), m_clock(wallClock), m_timer(this)
{
    m_timer.setInterval(refreshIntervalOf(m_period));
    connect(&m_timer, &QTimer::timeout, this, &HealthFeed::refresh);
}

void HealthFeed::setPeriod(ChartPeriod period)
{
    if (period == m_period)
        return;
    m_period = period;
    m_timer.setInterval(refreshIntervalOf(period));
    askAnew();
}

void HealthFeed::setConfigs(std::vector<QString> configs)
{
    if (configs == m_configs)
        return;
    m_configs = std::move(configs);
    askAnew();
}

void HealthFeed::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    if (!running) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    refresh();
}

void HealthFeed::refresh()
{
    if (!m_running)
        return; // setRunning() asks anyway
    if (m_waiting)
        m_again = true;
    else
        ask();
}

void HealthFeed::askAnew()
{
    ++m_serial;
    m_waiting = m_again = false;
    refresh();
}

void HealthFeed::ask()
{
    m_waiting = true;
    const int serial = ++m_serial;
    const QPointer<HealthFeed> self(this);
    const HealthQuery query = healthQuery(m_period, m_configs, now());
    m_history.health(query, [self, serial](const Result<HealthAnswer> &answer) {
        if (self && self->m_serial == serial)
            self->take(answer);
    });
    m_history.stats(query.from, query.to, [self, serial](const Result<HistoryStats> &stats) {
        if (self && self->m_serial == serial && stats)
            Q_EMIT self->counted(*stats);
    });
}

void HealthFeed::take(const Result<HealthAnswer> &answer)
{
    m_waiting = false;
    if (answer)
        Q_EMIT answered(*answer);
    else
        Q_EMIT failed(answer.refusal());
    // The timer asks again; what happened while this was under way is not left until then.
    if (std::exchange(m_again, false))
        QMetaObject::invokeMethod(this, &HealthFeed::refresh, Qt::QueuedConnection);
}

} // namespace qcc
