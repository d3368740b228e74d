// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/control_client.h"
#include "app/store/workspace.h"
#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <QElapsedTimer>

namespace qcc {

/// How long is tried when a home is held by a process that does not answer (yet): one that starts, stops, or
/// works on the files, with a keyring that takes its time.
inline constexpr milliseconds kInstancePatience{20'000};
inline constexpr milliseconds kInstanceRetry{50};

/// The way to one home's settings: over the control socket when an instance runs, else on the files, under
/// the InstanceLock when they are written. Must not know what commands mean or how anything is shown. One
/// request at a time; answers come from the event loop of the command line's main thread, which the files'
/// part blocks.
class InstanceAccess : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Answer = std::function<void(Result<T>)>;

    /// @p home as given by findHome(). Holders of the home are given @p patience.
    explicit InstanceAccess(const QString &home, milliseconds patience = kInstancePatience,
                            QObject *parent = nullptr);

    const QString &home() const { return m_home; }

    void submit(Command command, Answer<Done> answer);
    /// Where the last submit() put a key, when it worked on the files and no keyring took it. An instance
    /// says so of itself when it starts.
    const QString &plainKeyFile() const { return m_plainKeyFile; }
    /// A manual switch; on the files when no instance runs. Refusals of checkSwitch(), HistoryUnavailable,
    /// and those of writing the files.
    void switchConfig(SwitchConfig command, Answer<Done> answer);
    /// Ends a pin; on the files when no instance runs. NotPinned, HistoryUnavailable.
    void releasePin(Answer<Done> answer);
    /// Only of a running instance: NotRunning when there is none. Empty: all configs.
    void check(const QString &config, Answer<std::vector<CheckReport>> answer);
    /// Only by a running instance: NotRunning when there is none. May take as long as the channel's service.
    void testChannel(PutChannel draft, Answer<Done> answer);
    /// Only of a running instance: NotRunning when there is none.
    void sessions(Answer<std::vector<SessionSnapshot>> answer);
    void moveSession(MoveSession command, Answer<Done> answer);
    void settings(Answer<Settings> answer);
    /// The keys of these endpoints, of the instance, or, when none runs, from the files' secret store. Those
    /// that have none, or are gone, are left out.
    void keys(std::vector<EndpointId> endpoints, Answer<Keys> answer);
    /// Only of a running instance: NotRunning when there is none.
    void status(Answer<ProxySnapshot> answer);
    /// The token that a running instance lets clients in for; NotRunning when there is none.
    void token(Answer<Secret> answer);
    /// Asks a running instance to stop; NotRunning when there is none.
    void stop(Answer<Done> answer);

private:
    void begin(ControlRequest request, Answer<QJsonObject> answer);
    void askInstance();
    void handle(const ControlReply &reply);
    void nobodyListens();
    void nextKey(std::vector<EndpointId> left, std::shared_ptr<Keys> known, Answer<Keys> answer);
    Result<Keys> keysOfFiles(const std::vector<EndpointId> &endpoints);
    Result<Done> openFiles();
    /// Does the request under the home's lock, or tries again later.
    void workOnFiles();
    Result<Done> carryOut(ControlRequest request);
    void readFiles();
    void needInstance();
    void tryAgain(const Refusal &otherwise);
    void finish(const Result<QJsonObject> &result);

    QString m_home;
    milliseconds m_patience;
    std::unique_ptr<Workspace> m_workspace; ///< opened at first need, and before the lock is taken
    QString m_plainKeyFile;
    ControlClient m_client;
    QElapsedTimer m_begun;
    std::optional<ControlRequest> m_request;
    Answer<QJsonObject> m_answer;
};

} // namespace qcc
