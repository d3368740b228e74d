// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/check.h"
#include "models/domain/command.h"
#include "models/domain/failover_event.h"
#include "models/domain/probe.h"
#include "models/domain/result.h"
#include "models/domain/secret.h"
#include "models/domain/session.h"
#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <QObject>

#include <functional>

namespace qcc {

/// What a running instance tells whoever watches it, beside its state. Lives on the engine's thread.
class DoorNews final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    /// A switch of the active config, or a failed attempt at one, once it is stored.
    void eventStored(const qcc::FailoverEvent &event);
    /// Said once: failover, recovery.
    void announced(const qcc::Alert &alert);
};

/// What the control socket asks of a running instance. Implemented by the engine; a scripted one serves the
/// tests. Called on the engine's thread; done-callbacks come on the same thread, later.
class CommandDoor
{
public:
    virtual ~CommandDoor() = default;
    /// Validates, saves and adopts; @p done hears of it only once the files hold it.
    virtual void submit(Command command, std::function<void(Result<Done>)> done) = 0;
    /// Switches the active config and pins it; @p done hears of it once the event is stored. Refusals of
    /// checkSwitch(), and those of writing the files.
    virtual void switchConfig(SwitchConfig command, std::function<void(Result<Done>)> done) = 0;
    /// Ends a pin: automation may leave the active config again. NotPinned.
    virtual void releasePin(std::function<void(Result<Done>)> done) = 0;
    /// Checks the endpoints of @p config now (empty: of all configs, disabled ones too) and answers when the
    /// last report is there; may take as long as their time limits. UnknownConfig.
    virtual void check(const QString &config, std::function<void(Result<std::vector<CheckReport>>)> done) = 0;
    /// Checks @p draft, with the stored key of its id where it brings none; nothing else learns of it, and it
    /// is cancelled when @p asker goes. May take as long as its time limits. Refusals of checkedEndpoint()
    /// and checkedKey(); UnknownEndpoint, EmptyKey.
    virtual void probe(ProbeEndpoint draft, const QObject &asker,
                       std::function<void(Result<CheckReport>)> done) = 0;
    /// Begins or ends taking clients; what runs gets its grace time. ListenFailed.
    virtual void serve(bool on, std::function<void(Result<Done>)> done) = 0;
    /// Takes clients there from now on (port 0: a free one). ListenFailed: the old address stays.
    virtual void listenOn(const QString &host, quint16 port, std::function<void(Result<Done>)> done) = 0;
    /// The conversations that are known now, the last used first; at most kMostShownSessions.
    virtual std::vector<SessionSnapshot> sessions() const = 0;
    /// Puts a conversation on a config, or back under the rules. UnknownSession (also where several begin so,
    /// with their number as the detail), UnknownConfig, NotRoutable.
    virtual void moveSession(MoveSession command, std::function<void(Result<Done>)> done) = 0;
    /// Sends a test message over @p draft, with the stored secrets of its id where it brings none. EmptyKey;
    /// ChannelFailed with what the service said; refusals of checkedChannel() and checkedChannelSecret().
    virtual void testChannel(PutChannel draft, std::function<void(Result<Done>)> done) = 0;
    /// For its owner, who asked to see it: UnknownEndpoint, EmptyKey.
    virtual Result<Secret> revealKey(const EndpointId &endpoint) const = 0;
    /// Makes and stores a new token; clients that show the old one are refused from then on. Refusals of
    /// writing.
    virtual void renewToken(std::function<void(Result<Secret>)> done) = 0;
    /// As adopted; activeConfig is the active one now (empty: none).
    virtual const Settings &settings() const = 0;
    virtual ProxySnapshot snapshot() const = 0;
    /// What the proxy lets clients in for.
    virtual const Secret &localToken() const = 0;
    virtual const DoorNews &news() const = 0;
    /// Graceful stop: no new requests, running streams get their grace time, then the process ends.
    virtual void requestStop() = 0;
};

} // namespace qcc
