// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/check.h"
#include "models/domain/command.h"
#include "models/domain/failover_event.h"
#include "models/domain/probe.h"
#include "models/domain/result.h"
#include "models/domain/session.h"
#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <QObject>

#include <functional>

namespace qcc {

/// How the window stands to the instance that it shows.
enum class InstanceLink {
    Starting, ///< nothing is known yet
    Hosting,  ///< the instance runs in this process
    Attached, ///< another process (`qcc proxy start`) runs it
    Lost,     ///< it ended, or can't be reached; see trouble
    Failed    ///< it can't be started here; see trouble
};

struct InstanceState
{
    InstanceLink link = InstanceLink::Starting;
    std::optional<Refusal> trouble;
    bool operator==(const InstanceState &) const = default;
};

template <typename T> using Answer = std::function<void(Result<T>)>;

/// What the window may ask of the running instance, and what it is told. Implemented in app/desktop; a fake
/// serves the tests (tests/support/fake_doors.h). Main thread; answers come from the event loop, once, also
/// when nobody is there (NotRunning). Whoever asks guards its own life (QPointer).
class InstanceDoor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const InstanceState &state() const = 0;
    /// The last ones; empty while nothing is known.
    virtual const ProxySnapshot &snapshot() const = 0;
    virtual const Settings &settings() const = 0;
    bool isReachable() const
    {
        return state().link == InstanceLink::Hosting || state().link == InstanceLink::Attached;
    }

    virtual void submit(Command command, Answer<Done> done) = 0;
    virtual void switchConfig(SwitchConfig command, Answer<Done> done) = 0;
    virtual void releasePin(Answer<Done> done) = 0;
    /// Of all endpoints of @p config (empty: of all configs); may take as long as their time limits.
    virtual void check(const QString &config, Answer<std::vector<CheckReport>> done) = 0;
    /// Checks an endpoint as it is being edited, saved or not.
    virtual void probe(ProbeEndpoint draft, Answer<CheckReport> done) = 0;
    /// Because a person asked to see it; UnknownEndpoint, EmptyKey.
    virtual void revealKey(const EndpointId &endpoint, Answer<Secret> done) = 0;
    virtual void revealToken(Answer<Secret> done) = 0;
    /// Clients that hold the old one are refused from then on.
    virtual void renewToken(Answer<Secret> done) = 0;
    /// The conversations that are known now, the last used first; at most kMostShownSessions.
    virtual void sessions(Answer<std::vector<SessionSnapshot>> done) = 0;
    virtual void moveSession(MoveSession command, Answer<Done> done) = 0;
    /// Sends a test message, with the secrets given, else with the stored ones. ChannelFailed with what the
    /// service said.
    virtual void testChannel(PutChannel draft, Answer<Done> done) = 0;
    /// Begins or ends listening for clients; running requests get their grace time. ListenFailed.
    virtual void serve(bool on, Answer<Done> done) = 0;
    /// Listens there from now on, also at the next start here. ListenFailed: the old address stays.
    virtual void listenOn(const QString &host, quint16 port, Answer<Done> done) = 0;
    /// After Lost or Failed: once more.
    virtual void tryAgain() = 0;

Q_SIGNALS:
    void stateChanged();
    void snapshotChanged(); ///< at most ten times a second
    void settingsChanged();
    void eventHappened(const qcc::FailoverEvent &event); ///< stored; not those from before the window
    void announced(const qcc::Alert &alert);             ///< said once: failover, recovery
};

} // namespace qcc
