// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine_room.h"

#include "app/control/control_address.h"
#include "app/control/control_server.h"

#include <QCoreApplication>

namespace qcc {

EngineRoom::EngineRoom(const EngineOptions &options) : m_options(options) {}

EngineRoom::~EngineRoom()
{
    m_control.reset(); // it looks through the engine's door
    m_engine.reset();
    // A QThread that ends deletes its last objects, but not what these leave to be deleted later.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void EngineRoom::settingsLoaded(const SharedSettings &settings)
{
    if (m_engine)
        m_engine->adopt(settings);
    else
        begin(settings);
}

void EngineRoom::begin(const SharedSettings &settings)
{
    auto engine = std::make_unique<Engine>(m_options.home, settings, m_options.limits);
    const Result<ListenAddress> address = engine->open(m_options.listenHost, m_options.listenPort);
    if (!address) {
        Q_EMIT failed(address.refusal());
        return;
    }
    auto control = std::make_unique<ControlServer>(*engine);
    if (const Result<Done> opened = control->listen(controlSocketPath(m_options.home)); !opened) {
        Q_EMIT failed(opened.refusal());
        return;
    }
    connect(engine.get(), &Engine::requestNoted, this, &EngineRoom::requestNoted);
    connect(engine.get(), &Engine::stopping, this, &EngineRoom::stopping);
    connect(engine.get(), &Engine::stopped, this, &EngineRoom::stopped);
    connect(&engine->desk(), &CommandDesk::commandGiven, this, &EngineRoom::commandGiven);
    m_engine = std::move(engine);
    m_control = std::move(control);
    Q_EMIT listening(m_engine->snapshot().listenUrl);
}

void EngineRoom::commandApplied(quint64 requestId, const Result<SharedSettings> &result)
{
    if (m_engine)
        m_engine->desk().applied(requestId, result);
}

void EngineRoom::stop()
{
    if (m_engine)
        m_engine->requestStop();
    else
        Q_EMIT stopped();
}

} // namespace qcc
