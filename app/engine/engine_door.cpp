// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs and threads ask of the engine, and what the settings and the history tell it.
#include "app/control/snapshot_json.h"
#include "app/engine/endpoint_snapshots.h"
#include "app/engine/engine.h"
#include "app/engine/failover_snapshot.h"
#include "app/engine/metrics_text.h"
#include "models/rules/check_ladder.h"

#include <QCoreApplication>

namespace qcc {

namespace {

bool sameKey(const LoadedSettings &before, const LoadedSettings &after, const EndpointId &id)
{
    const auto old = before.keys.find(id);
    const auto now = after.keys.find(id);
    if (old == before.keys.end() || now == after.keys.end())
        return old == before.keys.end() && now == after.keys.end();
    return old->second.matches(now->second.reveal());
}

/// Equal in all that an answer may depend on.
bool sameWay(Endpoint before, const Endpoint &after)
{
    before.name = after.name;
    return before == after;
}

} // namespace

void Engine::submit(Command command, std::function<void(Result<Done>)> done)
{
    m_desk.submit(std::move(command), std::move(done));
}

void Engine::switchConfig(SwitchConfig command, std::function<void(Result<Done>)> done)
{
    if (const Result<Done> permitted = checkSwitch(m_loop.state(), m_loop.setup(), command); !permitted)
        return done(permitted.refusal());
    const QString event = m_loop.apply(SwitchRequested{std::move(command)});
    if (event.isEmpty()) { // only its pin is another
        m_loop.save();
        return done(Done{});
    }
    m_switches.emplace(event, std::move(done));
}

void Engine::releasePin(std::function<void(Result<Done>)> done)
{
    if (!m_loop.state().pin)
        return done(Refusal{RefusalCode::NotPinned, {}, {}});
    m_loop.apply(PinReleased{});
    m_loop.save();
    done(Done{});
}

void Engine::check(const QString &config, std::function<void(Result<std::vector<CheckReport>>)> done)
{
    if (!config.isEmpty() && !m_settings->settings.find(config))
        return done(Refusal{RefusalCode::UnknownConfig, config, {}});
    m_monitor.check(config,
                    [done = std::move(done)](std::vector<CheckReport> reports) { done(std::move(reports)); });
}

ProxySnapshot Engine::snapshot() const
{
    ProxySnapshot shown;
    shown.home = m_home;
    shown.version = QStringLiteral(QCC_VERSION);
    shown.pid = QCoreApplication::applicationPid();
    shown.listenUrl = m_listenUrl;
    shown.startedAt = m_startedAt;
    shown.activeConfig = routedActiveConfig(m_settings->settings, m_loop.state().active);
    shown.clientConnections = m_proxy.connectionCount();
    shown.runningRequests = m_proxy.requestCount();
    shown.requestsServed = m_counters.requests(RequestEnd::Served);
    shown.requestsFailed = m_counters.requests(RequestEnd::Failed) + m_counters.requests(RequestEnd::Broken);
    shown.spilledOver = m_counters.spilledOver();
    shown.endpoints =
        endpointSnapshots(m_settings->settings, m_settings->keys, m_loop.state().endpoints, now());
    shown.failover = failoverSnapshot(m_loop.state(), m_loop.setup(), m_checks == HealthChecks::On, now());
    if (m_historyTrouble)
        shown.failover.alerts.push_back(*m_historyTrouble);
    return shown;
}

QByteArray Engine::metricsText() const
{
    return qcc::metricsText(snapshot(), m_counters);
}

/// Who asks needs no token: where the home lies is nobody's business.
QByteArray Engine::statusJson() const
{
    QJsonObject status = toJson(snapshot());
    status.remove(QStringLiteral("home"));
    return QJsonDocument(status).toJson(QJsonDocument::Indented);
}

void Engine::requestStop()
{
    m_monitor.stop();
    m_wake.stop();
    Q_EMIT stopping(m_proxy.requestCount());
    m_proxy.stopGracefully();
}

std::optional<Secret> Engine::keyOf(const EndpointId &endpoint)
{
    const auto key = m_settings->keys.find(endpoint);
    return key == m_settings->keys.end() ? std::nullopt : std::optional(key->second.clone());
}

void Engine::checked(const CheckReport &report, quint64 number)
{
    if (!m_endpoints.contains(report.endpoint))
        return;
    if (report.outcome.fault != TransportFault::None)
        m_wake.look();
    const QByteArray model = checkModelKey(report, m_monitor.options().model);
    m_loop.apply(Evidence{report.endpoint, EvidenceSource::Check, number, model, report.outcome,
                          report.startedAt, report});
    m_sampler.look(report.endpoint);
}

void Engine::adopt(const SharedSettings &settings)
{
    if (m_activeSaves == 0)
        m_loop.fileNames(settings->settings.activeConfig); // a rename, for example
    takeOver(settings, std::nullopt);
}

void Engine::adoptEdited(const SharedSettings &settings)
{
    const QString inFile = settings->settings.activeConfig;
    const bool byHand = m_activeSaves == 0 && inFile != m_loop.state().activeInFile && !inFile.isEmpty() &&
                        inFile != m_loop.state().active;
    if (m_activeSaves == 0)
        m_loop.fileNames(inFile);
    takeOver(settings, byHand ? std::optional(inFile) : std::nullopt);
}

void Engine::takeOver(const SharedSettings &settings, const std::optional<QString> &activeByHand)
{
    const SharedSettings before = std::exchange(m_settings, settings);
    const std::map<EndpointId, Endpoint> old = std::exchange(m_endpoints, {});
    indexEndpoints();
    const std::vector<EndpointId> forgotten = forgetChanged(before, old);
    for (const Config &config : before->settings.configs) {
        if (!m_settings->settings.find(config.name))
            m_sessions.forget(config.name);
    }
    m_counters.keepOnly(m_settings->settings);
    m_loop.settingsChanged(m_settings, forgotten, m_settings->renamed, activeByHand);
    m_shownSettings = m_settings->settings;
    m_shownSettings.activeConfig = m_loop.state().active;
    nameActiveInFile();
    m_sampler.settingsChanged();
    m_monitor.settingsChanged(forgotten);
}

/// What is known of these is of another URL or key.
std::vector<EndpointId> Engine::forgetChanged(const SharedSettings &before,
                                              const std::map<EndpointId, Endpoint> &old)
{
    std::vector<EndpointId> forgotten;
    for (const auto &[id, endpoint] : old) {
        const auto still = m_endpoints.find(id);
        if (still != m_endpoints.end() && sameWay(endpoint, still->second) &&
            sameKey(*before, *m_settings, id))
            continue;
        forgotten.push_back(id);
        m_attempts.changed(id);
        m_pooled.forget(id);
        m_qnam.forget(id);
    }
    return forgotten;
}

void Engine::activate(const QString &config)
{
    m_shownSettings.activeConfig = config;
    ++m_activeSaves;
    Q_EMIT activeChanged(config);
}

void Engine::activeSaved(const QString &config)
{
    --m_activeSaves;
    m_loop.fileNames(config);
}

/// The file could not be written when the active config became another, or names one that can't be.
void Engine::nameActiveInFile()
{
    if (m_activeSaves == 0 && m_loop.state().activeInFile != m_loop.state().active)
        activate(m_loop.state().active);
}

void Engine::wokeUp()
{
    m_loop.apply(WokeUp{});
    m_monitor.reconsider();
}

void Engine::noteHistory(const std::optional<Refusal> &trouble)
{
    m_historyTrouble.reset();
    if (!trouble)
        return;
    m_historyTrouble = Alert();
    m_historyTrouble->kind = AlertKind::HistoryUnavailable;
    m_historyTrouble->subject = trouble->subject;
    m_historyTrouble->detail = trouble->detail;
    m_historyTrouble->since = now();
}

void Engine::eventCommitted(const FailoverEvent &event)
{
    m_loop.committed(event);
    if (event.success)
        m_counters.add(event.type);
    if (const auto waiting = m_switches.extract(event.id))
        waiting.mapped()(Done{});
}

} // namespace qcc
