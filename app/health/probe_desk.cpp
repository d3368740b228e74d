// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/probe_desk.h"

#include "models/rules/validation.h"

namespace qcc {

struct ProbeDesk::Probe
{
    EndpointId id;     ///< as the asker knows it; may be empty
    Endpoint endpoint; ///< under an id of its own: no connection of the stored endpoint is used
    Secret key;
    Done done;
    std::unique_ptr<EndpointCheck> check; ///< null while it waits
};

ProbeDesk::ProbeDesk(HealthHost &host, const HealthOptions &options) : m_host(host), m_options(options) {}

ProbeDesk::~ProbeDesk() = default;

void ProbeDesk::probe(ProbeEndpoint draft, const QObject &asker, Done done)
{
    Result<Endpoint> endpoint = checkedEndpoint(draft.endpoint);
    if (!endpoint)
        return done(endpoint.refusal());
    Result<Secret> key = keyFor(draft);
    if (!key)
        return done(key.refusal());
    const quint64 number = m_host.nextCheckNumber();
    auto probe = std::make_unique<Probe>();
    probe->id = draft.endpoint.id;
    probe->endpoint = std::move(endpoint).value();
    probe->endpoint.id.value = QStringLiteral("probe-%1").arg(number);
    probe->key = std::move(key).value();
    probe->done = std::move(done);
    m_probes.emplace(number, std::move(probe));
    connect(&asker, &QObject::destroyed, this, [this, number] { cancel(number); });
    pump();
}

Result<Secret> ProbeDesk::keyFor(const ProbeEndpoint &draft) const
{
    const EndpointId &id = draft.endpoint.id;
    const QString subject = draft.endpoint.name.isEmpty() ? draft.endpoint.url.host() : draft.endpoint.name;
    if (draft.key)
        return checkedKey(*draft.key, subject);
    if (!id.value.isEmpty() && !m_host.checkedSettings().ownerOf(id))
        return Refusal{RefusalCode::UnknownEndpoint, id.value, {}};
    std::optional<Secret> stored = m_host.keyOf(id);
    if (!stored)
        return Refusal{RefusalCode::EmptyKey, subject, {}};
    return std::move(*stored);
}

void ProbeDesk::pump()
{
    while (m_running < kParallelProbes) {
        const auto next = std::find_if(m_probes.begin(), m_probes.end(),
                                       [](const auto &each) { return !each.second->check; });
        if (next == m_probes.end())
            return;
        begin(next->first, *next->second);
    }
}

void ProbeDesk::begin(quint64 number, Probe &probe)
{
    static const EndpointState kNothingKnown;
    EndpointCheck::Order order{probe.endpoint, std::move(probe.key),
                               CheckLadder(kNothingKnown, m_options.spendTokens, m_host.now()), number,
                               probe.id};
    probe.check =
        std::make_unique<EndpointCheck>(std::move(order), m_options, m_host,
                                        [this, number](const CheckReport &report) { ended(number, report); });
    ++m_running;
    probe.check->start();
}

void ProbeDesk::ended(quint64 number, CheckReport report)
{
    const auto probe =
        m_probes.extract(number); // lives until we leave: it is its check's call that we are in
    --m_running;
    report.endpoint = probe.mapped()->id;
    Q_EMIT wayEnded(probe.mapped()->endpoint.id);
    probe.mapped()->done(report);
    pump();
}

void ProbeDesk::cancel(quint64 number)
{
    const auto probe = m_probes.extract(number);
    if (!probe || !probe.mapped()->check)
        return;
    --m_running;
    probe.mapped()->check.reset();
    Q_EMIT wayEnded(probe.mapped()->endpoint.id);
    pump();
}

} // namespace qcc
