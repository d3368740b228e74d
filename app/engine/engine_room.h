// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/engine.h"

#include <memory>

namespace qcc {

class ControlServer;

/// Where and how a running instance serves.
struct EngineOptions
{
    QString home;
    QString listenHost;
    quint16 listenPort = 0;
    ProxyLimits limits;
};

/// What stands on the engine's thread: the engine and the control socket, from the first settings to the end.
/// Other threads reach it by queued calls and hear of it by its signals.
class EngineRoom final : public QObject
{
    Q_OBJECT
public:
    explicit EngineRoom(const EngineOptions &options);
    ~EngineRoom() override;

public Q_SLOTS:
    /// The first settings begin everything; later ones are adopted.
    void settingsLoaded(const qcc::SharedSettings &settings);
    void commandApplied(quint64 requestId, const qcc::Result<qcc::SharedSettings> &result);
    /// Graceful; stopped() follows.
    void stop();

Q_SIGNALS:
    void listening(const QString &url);
    void failed(const qcc::Refusal &refusal);
    void commandGiven(std::shared_ptr<qcc::Command> command, quint64 requestId);
    void requestNoted(const qcc::RequestRecord &record);
    void stopping(int runningRequests);
    void stopped();

private:
    void begin(const SharedSettings &settings);

    EngineOptions m_options;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ControlServer> m_control;
};

} // namespace qcc
