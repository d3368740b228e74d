// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/failover_loop.h"

#include <QTimer>

namespace qcc {

/// Writes down how each config is: when that changes, and at least once a check interval. Engine thread.
class HealthSampler final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    HealthSampler(const FailoverLoop &loop, const EngineClock &clock);

    /// Takes the first samples and goes on.
    void start();
    /// Something was learned of @p endpoint.
    void look(const EndpointId &endpoint);
    /// The interval may be another.
    void settingsChanged();

Q_SIGNALS:
    void sampled(const qcc::HealthSample &sample);

private:
    milliseconds interval() const;
    void sampleAll();
    void sample(const QString &config, bool evenIfSame);

    const FailoverLoop &m_loop;
    const EngineClock &m_clock;
    QTimer m_timer;
    std::map<QString, HealthSample> m_last;
};

} // namespace qcc
