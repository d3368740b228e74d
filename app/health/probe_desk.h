// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/endpoint_check.h"
#include "models/domain/probe.h"
#include "models/domain/result.h"

namespace qcc {

/// Checks endpoints that are being edited, for the person who edits them: with all rungs that are permitted,
/// at most kParallelProbes at once. What it finds out is told to nobody else, and its connections are its
/// own. Engine thread.
class ProbeDesk final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<CheckReport>)>;

    /// @p host must outlive it.
    ProbeDesk(HealthHost &host, const HealthOptions &options);
    ~ProbeDesk() override;

    /// @p done is called once, unless @p asker goes before: then it is cancelled. Refusals of
    /// checkedEndpoint() and checkedKey(); without a key of its own UnknownEndpoint, EmptyKey.
    void probe(ProbeEndpoint draft, const QObject &asker, Done done);
    size_t running() const { return m_running; }
    size_t waiting() const { return m_probes.size() - m_running; }

Q_SIGNALS:
    /// Nobody will be asked by way of this endpoint again: what is kept for it can go.
    void wayEnded(const qcc::EndpointId &way);

private:
    struct Probe;

    Result<Secret> keyFor(const ProbeEndpoint &draft) const;
    void cancel(quint64 number);
    void pump();
    void begin(quint64 number, Probe &probe);
    void ended(quint64 number, CheckReport report);

    HealthHost &m_host;
    const HealthOptions m_options;
    std::map<quint64, std::unique_ptr<Probe>> m_probes; ///< by number: the first one asked for comes first
    size_t m_running = 0;
};

} // namespace qcc
