// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/instance_session.h"

#include "app/control/control_address.h"

#include <QFileInfo>

namespace qcc {

namespace {

/// Changes with the file.
QPair<QDateTime, qint64> markOf(const QString &path)
{
    const QFileInfo file(path);
    return {file.lastModified(), file.size()};
}

} // namespace

InstanceSession::InstanceSession(QObject *parent) : InstanceDoor(parent)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &InstanceSession::lookAgain);
}

InstanceSession::~InstanceSession()
{
    m_watch.reset();
    dropThreads();
}

void InstanceSession::open(const SessionOptions &options)
{
    Q_ASSERT(!m_threads && !m_watch);
    m_options = options;
    m_closing = false;
    m_snapshot = {};
    m_settings = {};
    m_watch = std::make_unique<WatchClient>(controlSocketPath(options.home));
    connect(m_watch.get(), &WatchClient::snapshotCame, this, &InstanceSession::snapshotCame);
    connect(m_watch.get(), &WatchClient::settingsCame, this, [this](const Settings &settings) {
        m_settings = settings;
        Q_EMIT settingsChanged();
    });
    connect(m_watch.get(), &WatchClient::eventCame, this, &InstanceDoor::eventHappened);
    connect(m_watch.get(), &WatchClient::announced, this, &InstanceDoor::announced);
    connect(m_watch.get(), &WatchClient::ended, this, &InstanceSession::watchEnded);
    m_patience.setRemainingTime(kHomePatience);
    setState(InstanceLink::Starting);
    start();
}

void InstanceSession::start()
{
    Result<std::unique_ptr<InstanceLock>> lock = InstanceLock::acquire(m_options.home);
    if (lock) {
        m_lock = std::move(lock).value();
        return host();
    }
    if (lock.refusal().code != RefusalCode::InstanceRunning)
        return setState(InstanceLink::Failed, lock.refusal());
    m_watch->start(m_pace); // ended() when its holder is no instance
}

void InstanceSession::host()
{
    EngineOptions options;
    options.home = m_options.home;
    options.listenHost = m_options.listenHost;
    options.listenPort = m_options.listenPort;
    options.serve = m_options.serve;
    options.mustListen = false;
    options.checks = m_options.checks;
    m_threads = std::make_unique<EngineThreads>(options, &m_storageThread);
    connect(m_threads.get(), &EngineThreads::ready, this, [this] { m_watch->start(m_pace); });
    // Queued: what ends is not deleted from inside its own signal. By then another may run.
    const int run = ++m_run;
    const auto ifStillIt = [this, run](auto &&act) {
        if (run == m_run && m_threads)
            act();
    };
    connect(
        m_threads.get(), &EngineThreads::failed, this,
        [this, ifStillIt](const Refusal &refusal) { ifStillIt([&] { threadsFailed(refusal); }); },
        Qt::QueuedConnection);
    connect(
        m_threads.get(), &EngineThreads::finished, this,
        [this, ifStillIt] { ifStillIt([&] { threadsFinished(); }); }, Qt::QueuedConnection);
    m_threads->start();
}

void InstanceSession::threadsFailed(const Refusal &refusal)
{
    setState(InstanceLink::Failed, refusal);
}

void InstanceSession::threadsFinished()
{
    if (m_closing)
        return closeNow();
    m_watch->stop();
    dropThreads();
    if (m_state.link == InstanceLink::Failed)
        return awaitMending();
    m_retry.start(kLookAgain); // somebody may run it again
    setState(InstanceLink::Lost, Refusal{RefusalCode::NotRunning, m_options.home, {}});
}

void InstanceSession::dropThreads()
{
    m_threads.reset();
    m_lock.reset(); // after the threads: they write
}

/// It may be in the middle of telling something.
void InstanceSession::dropWatch()
{
    if (!m_watch)
        return;
    m_watch->disconnect(this);
    m_watch->stop();
    m_watch->setParent(this);
    m_watch.release()->deleteLater();
}

void InstanceSession::close()
{
    if (std::exchange(m_closing, true))
        return; // closed() is on its way
    m_retry.stop();
    if (m_threads)
        return m_threads->stop();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_closing)
                closeNow();
        },
        Qt::QueuedConnection);
}

void InstanceSession::closeNow()
{
    m_retry.stop();
    m_closing = false;
    dropWatch();
    dropThreads();
    Q_EMIT closed();
}

void InstanceSession::setPace(milliseconds pace)
{
    if (std::exchange(m_pace, pace) != pace && m_watch && !m_watch->isIdle())
        m_watch->start(pace);
}

void InstanceSession::snapshotCame(const ProxySnapshot &snapshot)
{
    m_snapshot = snapshot;
    if (m_options.pretended)
        m_snapshot.plainKeyFile.clear();
    if (!isReachable())
        setState(m_threads ? InstanceLink::Hosting : InstanceLink::Attached);
    Q_EMIT snapshotChanged();
}

void InstanceSession::watchEnded(const Refusal &why)
{
    if (m_closing || m_state.link == InstanceLink::Failed)
        return;
    // A short command holds the home, or an instance is about to listen; ours lost its watcher, but runs.
    const bool isStarting = m_state.link == InstanceLink::Starting && !m_patience.hasExpired();
    if (isStarting || m_threads)
        return m_retry.start(kRetry);
    setState(InstanceLink::Lost, why);
    m_retry.start(kLookAgain);
}

/// A broken file stopped the start: whoever mends it need not come back here to say so.
void InstanceSession::awaitMending()
{
    if (!m_state.trouble || m_state.trouble->code != RefusalCode::FileBroken)
        return;
    m_broken = markOf(m_state.trouble->subject);
    m_retry.start(kLookAgain);
}

void InstanceSession::lookAgain()
{
    if (m_state.link == InstanceLink::Failed)
        return markOf(m_state.trouble->subject) == m_broken ? m_retry.start(kLookAgain) : tryAgain();
    if (m_state.link == InstanceLink::Starting && !m_threads)
        return start();
    if (m_threads || InstanceLock::holder(m_options.home))
        m_watch->start(m_pace);
    else
        m_retry.start(kLookAgain);
}

void InstanceSession::tryAgain()
{
    if (m_state.link != InstanceLink::Lost && m_state.link != InstanceLink::Failed)
        return;
    m_retry.stop();
    m_watch->stop();
    dropThreads();
    m_patience.setRemainingTime(kHomePatience);
    setState(InstanceLink::Starting);
    start();
}

void InstanceSession::setState(InstanceLink link, const std::optional<Refusal> &trouble)
{
    const InstanceState state{link, trouble};
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace qcc
