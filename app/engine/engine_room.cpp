// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine_room.h"

#include "app/control/control_address.h"
#include "app/control/control_server.h"

#include <QCoreApplication>

namespace qcc {

namespace {

std::vector<Alert> alertsOf(const RememberedState &remembered)
{
    std::vector<Alert> made;
    if (remembered.state) {
        for (const auto &[_, alert] : remembered.state->alerts)
            made.push_back(alert);
    }
    return made;
}

} // namespace

EngineRoom::EngineRoom(const EngineOptions &options) : m_options(options) {}

EngineRoom::~EngineRoom()
{
    m_control.reset(); // it looks through the engine's door
    if (m_engine)
        Q_EMIT stateChanged(m_engine->loop().remembered());
    m_engine.reset();
    // A QThread that ends deletes its last objects, but not what these leave to be deleted later.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void EngineRoom::settingsLoaded(const SharedSettings &settings)
{
    if (m_engine) {
        m_engine->adoptEdited(settings);
        return;
    }
    m_firstSettings = settings;
    beginOnceAllIsHere();
}

void EngineRoom::historyOpened(const RememberedState &remembered)
{
    m_remembered = remembered;
    beginOnceAllIsHere();
}

void EngineRoom::noteHistory(const std::optional<Refusal> &trouble)
{
    m_historyTrouble = trouble;
    if (m_engine)
        m_engine->noteHistory(trouble);
}

void EngineRoom::noteSettings(const std::optional<Refusal> &trouble)
{
    m_settingsTrouble = trouble;
    if (m_engine)
        m_engine->noteSettings(trouble);
}

void EngineRoom::beginOnceAllIsHere()
{
    if (!m_engine && m_firstSettings && m_remembered)
        begin(std::exchange(m_firstSettings, nullptr), *std::exchange(m_remembered, std::nullopt));
}

void EngineRoom::begin(const SharedSettings &settings, RememberedState remembered)
{
    auto engine = std::make_unique<Engine>(m_options.home, settings, m_options.limits, m_options.health);
    engine->serving().setPlace(m_options.listenHost, m_options.listenPort);
    const Result<Done> served = m_options.serve ? engine->serving().serve(true) : Result<Done>(Done{});
    if (!served && m_options.mustListen) {
        Q_EMIT failed(served.refusal());
        return;
    }
    auto control = std::make_unique<ControlServer>(*engine);
    if (const Result<Done> opened = control->listen(controlSocketPath(m_options.home)); !opened) {
        Q_EMIT failed(opened.refusal());
        return;
    }
    tellOn(*engine);
    m_engine = std::move(engine);
    m_control = std::move(control);
    m_engine->channels().adopt(settings); // before there is anything to tell
    Q_EMIT alertsRemembered(alertsOf(remembered));
    m_engine->noteHistory(m_historyTrouble);
    m_engine->noteSettings(m_settingsTrouble);
    m_engine->begin(std::move(remembered), m_options.checks);
    const bool checks = m_options.checks == HealthChecks::On;
    Q_EMIT monitoring(checks ? settings->settings.policy.checkInterval : seconds(0));
    Q_EMIT ready();
    if (m_engine->serving().isServing())
        Q_EMIT listening(m_engine->serving().url());
}

void EngineRoom::tellOn(Engine &engine)
{
    connect(&engine, &Engine::requestNoted, this, &EngineRoom::requestNoted);
    connect(&engine, &Engine::requestsFinished, this, &EngineRoom::requestsFinished);
    connect(&engine, &Engine::sampled, this, &EngineRoom::sampled);
    connect(&engine, &Engine::activeChanged, this, &EngineRoom::activeChanged);
    connect(&engine, &Engine::stopping, this, &EngineRoom::stopping);
    connect(&engine, &Engine::stopped, this, &EngineRoom::stopped);
    connect(&engine.serving(), &ServingDesk::opened, this, &EngineRoom::listening);
    connect(&engine.serving(), &ServingDesk::closed, this, &EngineRoom::notListening);
    connect(&engine.desk(), &CommandDesk::commandGiven, this, &EngineRoom::commandGiven);
    connect(&engine.desk(), &CommandDesk::tokenWanted, this, &EngineRoom::tokenWanted);
    connect(&engine.loop(), &FailoverLoop::eventDecided, this, &EngineRoom::eventDecided);
    connect(&engine.loop(), &FailoverLoop::announced, this, &EngineRoom::announced);
    connect(&engine.loop(), &FailoverLoop::alertRaised, this, &EngineRoom::alertRaised);
    connect(&engine.loop(), &FailoverLoop::alertCleared, this, &EngineRoom::alertCleared);
    connect(&engine, &Engine::historyAlertRaised, this, &EngineRoom::historyAlertRaised);
    connect(&engine, &Engine::historyAlertCleared, this, &EngineRoom::historyAlertCleared);
    connect(&engine.channels(), &ChannelDesk::channelsInForce, this, &EngineRoom::channelsInForce);
    connect(&engine.channels(), &ChannelDesk::testWanted, this, &EngineRoom::channelTestWanted);
    connect(&engine.loop(), &FailoverLoop::stateChanged, this, &EngineRoom::stateChanged);
}

void EngineRoom::eventCommitted(const FailoverEvent &event)
{
    if (m_engine)
        m_engine->eventCommitted(event);
}

void EngineRoom::activeSaved(const QString &config)
{
    if (m_engine)
        m_engine->activeSaved(config);
}

void EngineRoom::activeNotSaved()
{
    if (m_engine)
        m_engine->activeNotSaved();
}

void EngineRoom::networkReported(bool up)
{
    if (m_engine)
        m_engine->loop().apply(NetworkReported{up});
}

void EngineRoom::channelTested(quint64 ticket, const std::optional<Refusal> &failure)
{
    if (m_engine)
        m_engine->channels().tested(ticket, failure);
}

void EngineRoom::channelSnapshots(const std::vector<ChannelSnapshot> &snapshots)
{
    if (m_engine)
        m_engine->channels().noteSnapshots(snapshots);
}

void EngineRoom::commandApplied(quint64 requestId, const Result<SharedSettings> &result)
{
    if (m_engine)
        m_engine->desk().applied(requestId, result);
}

void EngineRoom::tokenRenewed(const Result<SharedSecret> &token)
{
    if (m_engine)
        m_engine->desk().tokenRenewed(token);
}

void EngineRoom::stop()
{
    if (m_engine)
        m_engine->requestStop();
    else
        Q_EMIT stopped();
}

} // namespace qcc
