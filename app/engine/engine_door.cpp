// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs and threads ask of the engine, and what the history tells it.
#include "app/control/snapshot_json.h"
#include "app/engine/endpoint_snapshots.h"
#include "app/engine/engine.h"
#include "app/engine/failover_snapshot.h"
#include "app/engine/metrics_text.h"
#include "models/rules/check_ladder.h"

#include <QCoreApplication>

namespace qcc {

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

void Engine::probe(ProbeEndpoint draft, const QObject &asker, std::function<void(Result<CheckReport>)> done)
{
    m_probes.probe(std::move(draft), asker, std::move(done));
}

void Engine::serve(bool on, std::function<void(Result<Done>)> done)
{
    done(m_serving.serve(on));
}

void Engine::listenOn(const QString &host, quint16 port, std::function<void(Result<Done>)> done)
{
    done(m_serving.moveTo(host, port));
}

void Engine::testChannel(PutChannel draft, std::function<void(Result<Done>)> done)
{
    m_channels.test(std::move(draft), std::move(done));
}

Result<Secret> Engine::revealKey(const EndpointId &endpoint) const
{
    const auto found = m_endpoints.find(endpoint);
    if (found == m_endpoints.end())
        return Refusal{RefusalCode::UnknownEndpoint, endpoint.value, {}};
    const auto key = m_settings->keys.find(endpoint);
    if (key == m_settings->keys.end())
        return Refusal{RefusalCode::EmptyKey, found->second.name, {}};
    return key->second.clone();
}

void Engine::renewToken(std::function<void(Result<Secret>)> done)
{
    m_desk.renewToken(std::move(done));
}

ProxySnapshot Engine::snapshot() const
{
    ProxySnapshot shown;
    shown.home = m_home;
    shown.version = QStringLiteral(QCC_VERSION);
    shown.pid = QCoreApplication::applicationPid();
    shown.listenUrl = m_serving.url();
    shown.serving = m_serving.isServing();
    shown.listenTrouble = m_serving.trouble();
    shown.settingsTrouble = m_settingsTrouble;
    shown.plainKeyFile = m_settings->plainKeyFile;
    shown.startedAt = m_startedAt;
    shown.activeConfig = routedActiveConfig(m_settings->settings, m_loop.state().active);
    shown.clientConnections = m_proxy.connectionCount();
    shown.runningRequests = m_proxy.requestCount();
    shown.requestsServed = m_counters.requests(RequestEnd::Served);
    shown.requestsFailed = m_counters.requests(RequestEnd::Failed) + m_counters.requests(RequestEnd::Broken);
    shown.spilledOver = m_counters.spilledOver();
    shown.heldRequests = m_proxy.held().size();
    shown.heldUntil = m_proxy.held().until();
    shown.channels = m_channels.snapshots();
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
    for (const char *path : {"home", "plain_key_file", "settings_trouble", "channels"})
        status.remove(QLatin1StringView(path));
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
    m_proxy.reconsiderHeld();
}

void Engine::forgetWay(const EndpointId &endpoint)
{
    m_pooled.forget(endpoint);
    m_qnam.forget(endpoint);
}

void Engine::wokeUp()
{
    m_loop.apply(WokeUp{});
    m_monitor.reconsider();
}

void Engine::noteHistory(const std::optional<Refusal> &trouble)
{
    const std::optional<Alert> before = std::exchange(m_historyTrouble, std::nullopt);
    if (trouble) {
        m_historyTrouble = Alert();
        m_historyTrouble->kind = AlertKind::HistoryUnavailable;
        m_historyTrouble->subject = trouble->subject;
        m_historyTrouble->detail = trouble->detail;
        m_historyTrouble->since = now();
    }
    if (before && (!trouble || trouble->subject != before->subject))
        Q_EMIT historyAlertCleared(*before);
    if (trouble && (!before || trouble->subject != before->subject))
        Q_EMIT historyAlertRaised(*m_historyTrouble);
}

void Engine::eventCommitted(const FailoverEvent &event)
{
    Q_EMIT m_news.eventStored(event);
    m_loop.committed(event);
    if (event.success)
        m_counters.add(event.type);
    if (const auto waiting = m_switches.extract(event.id))
        waiting.mapped()(Done{});
}

} // namespace qcc
