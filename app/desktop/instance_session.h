// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/control_client.h"
#include "app/control/watch_client.h"
#include "app/engine/engine_threads.h"
#include "app/store/instance_lock.h"
#include "ui/base/instance_door.h"

namespace qcc {

/// Which home is shown, and how its instance serves where this process hosts it.
struct SessionOptions
{
    QString home; ///< as openHome() gives it
    QString listenHost;
    quint16 listenPort = 0;
    bool serve = true;
    bool pretended = false; ///< the keys are of simulated providers: where they lie is of no interest
    HealthChecks checks = HealthChecks::On;
};

/// The window's way to an instance: hosts one, or attaches to the one that another process runs, and speaks
/// to both in the same way, over the control socket. Main thread.
///
///   Starting --lock taken--> Hosting ---its socket ends--> Lost
///       |  \--lock held, socket answers--> Attached --it ends--> Lost --somebody runs it again--> Attached
///       \--broken settings, no room …--> Failed                   \--tryAgain()--> Starting
class InstanceSession final : public InstanceDoor
{
    Q_OBJECT
public:
    static constexpr milliseconds kHomePatience{5'000}; ///< a home held by a short command is waited for
    static constexpr milliseconds kLookAgain{2'000};    ///< after Lost: whether somebody runs it
    static constexpr milliseconds kRetry{100};
    static constexpr milliseconds kShownPace{100}; ///< between two snapshots, while the window is seen
    static constexpr milliseconds kHiddenPace{2'000}; ///< events and announcements come at once
    static constexpr int kMostQuestions = 16; ///< under way at once

    explicit InstanceSession(QObject *parent = nullptr);
    ~InstanceSession() override;

    /// Not while one is open: close() first.
    void open(const SessionOptions &options);
    /// Ends what is hosted here (its running requests get their grace time) or leaves what is not; closed()
    /// follows, from the event loop.
    void close();
    /// Like close(), without grace time; closed() comes before it returns.
    void closeNow();
    bool isHosting() const { return m_threads != nullptr; }
    const QString &home() const { return m_options.home; }
    void setPace(milliseconds pace);

    // InstanceDoor
    const InstanceState &state() const override { return m_state; }
    const ProxySnapshot &snapshot() const override { return m_snapshot; }
    const Settings &settings() const override { return m_settings; }
    void submit(Command command, Answer<Done> done) override;
    void switchConfig(SwitchConfig command, Answer<Done> done) override;
    void releasePin(Answer<Done> done) override;
    void check(const QString &config, Answer<std::vector<CheckReport>> done) override;
    void probe(ProbeEndpoint draft, Answer<CheckReport> done) override;
    void revealKey(const EndpointId &endpoint, Answer<Secret> done) override;
    void revealToken(Answer<Secret> done) override;
    void renewToken(Answer<Secret> done) override;
    void sessions(Answer<std::vector<SessionSnapshot>> done) override;
    void moveSession(MoveSession command, Answer<Done> done) override;
    void testChannel(PutChannel draft, Answer<Done> done) override;
    void serve(bool on, Answer<Done> done) override;
    void listenOn(const QString &host, quint16 port, Answer<Done> done) override;
    void tryAgain() override;

Q_SIGNALS:
    void closed();
    /// A person's choices that hold for the next start too; not those for an attached or pretended instance.
    void servingChosen(bool on);
    void addressChosen(const QString &host, quint16 port);
    void tokenRenewed();

private:
    void start();
    void host();
    void threadsFailed(const Refusal &refusal);
    void threadsFinished();
    void dropThreads();
    void dropWatch();
    void watchEnded(const Refusal &why);
    void snapshotCame(const ProxySnapshot &snapshot);
    void setState(InstanceLink link, const std::optional<Refusal> &trouble = std::nullopt);
    void awaitMending();
    void lookAgain();
    template <typename T>
    void ask(const ControlRequest &request, Answer<T> done, Result<T> (*decode)(const QJsonObject &),
             milliseconds limit = kControlReplyLimit);

    SessionOptions m_options;
    InstanceState m_state;
    ProxySnapshot m_snapshot;
    Settings m_settings;
    std::unique_ptr<InstanceLock> m_lock;
    QThread m_storageThread; ///< of each instance that is hosted here, one after the other
    std::unique_ptr<EngineThreads> m_threads;
    std::unique_ptr<WatchClient> m_watch;
    milliseconds m_pace{kShownPace};
    QTimer m_retry;
    QDeadlineTimer m_patience;
    QPair<QDateTime, qint64> m_broken; ///< when changed and how long, the file that stopped the start
    int m_questions = 0;
    int m_run = 0; ///< counts what was hosted: the end of an earlier one is not that of the next
    bool m_closing = false;
};

} // namespace qcc
