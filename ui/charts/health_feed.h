// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/clock.h"
#include "ui/charts/chart_period.h"

namespace qcc {

/// Asks the history what the health page shows: at once when something changed, every few seconds while the
/// page is seen, and not at all while it is not; never a second time before the first answer. Main thread.
class HealthFeed final : public QObject
{
    Q_OBJECT
public:
    HealthFeed(HistoryDoor &history, QObject *parent);

    void setClock(Clock clock) { m_clock = std::move(clock); }
    TimePoint now() const { return m_clock(); }
    void setPeriod(ChartPeriod period);
    ChartPeriod period() const { return m_period; }
    void setConfigs(std::vector<QString> configs);
    /// Whether somebody looks.
    void setRunning(bool running);
    void refresh();

Q_SIGNALS:
    void answered(const qcc::HealthAnswer &answer);
    void counted(const qcc::HistoryStats &stats);
    void failed(const qcc::Refusal &refusal);

private:
    void askAnew();
    void ask();
    void take(const Result<HealthAnswer> &answer);

    HistoryDoor &m_history;
    Clock m_clock;
    QTimer m_timer;
    std::vector<QString> m_configs;
    ChartPeriod m_period = ChartPeriod::Hour;
    int m_serial = 0; ///< answers to older questions are dropped
    bool m_running = false;
    bool m_waiting = false;
    bool m_again = false;
};

} // namespace qcc
