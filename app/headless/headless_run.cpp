// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/headless_run.h"

#include "app/cli/cli_text.h"
#include "app/cli/console.h"
#include "app/cli/refusal_text.h"
#include "app/control/control_address.h"
#include "app/engine/engine_threads.h"
#include "app/headless/claude_turn.h"
#include "app/headless/demo.h"
#include "app/headless/fact_printer.h"
#include "app/headless/fact_text.h"
#include "app/headless/process_habits.h"
#include "app/headless/signal_watch.h"
#include "app/io/file_limit.h"
#include "app/store/home.h"
#include "app/store/instance_lock.h"
#include "models/text/alert_text.h"
#include "models/text/span_text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLocalSocket>
#include <QTime>
#include <QUrl>

namespace qcc {

namespace {

/// How long a home is waited for that a short command holds.
constexpr milliseconds kHomePatience{2'000};

/// The run of one instance, from its first line to its last.
class HeadlessRun final : public QObject
{
public:
    HeadlessRun(const EngineOptions &options, const Demo *demo, ClaudeTurn::Wish claude);
    void start();
    /// Once nothing runs any more.
    void end();
    int exitCode() const { return m_exitCode; }

private:
    void say(const QString &fact);
    void sayIfAny(const QString &fact);
    void listening(const QString &url);
    void failed(const Refusal &refusal);
    void stopAsked();
    void stopping(int running);
    void settingsLoaded(const SharedSettings &settings);
    void sayMonitoring();
    void connectFailover();

    FactPrinter m_facts;
    const Demo *m_demo;
    ClaudeTurn m_claude;
    QString m_settled; ///< what is to be said of it, once it listens
    SignalWatch m_signals;
    EngineThreads m_threads;
    int m_exitCode = kExitDone;
    bool m_listening = false;
    bool m_noConfig = false;
    QString m_plainKeyFile;
    bool m_stopAsked = false;
    seconds m_checkInterval{0}; ///< 0: no checks
};

QString aboutPlainKeyFile(const QString &path)
{
    const bool chosen = qEnvironmentVariable("QCC_SECRETS") == QLatin1StringView("file");
    return chosen ? CliText::tr("keys are kept in %1").arg(path)
                  : CliText::tr("keys are kept in %1: no desktop keyring is reachable").arg(path);
}

HeadlessRun::HeadlessRun(const EngineOptions &options, const Demo *demo, ClaudeTurn::Wish claude)
    : m_demo(demo), m_claude(options.home, claude), m_threads(options)
{
    connect(&m_signals, &SignalWatch::stopAsked, this, &HeadlessRun::stopAsked);
    connect(&m_threads, &EngineThreads::listening, this, &HeadlessRun::listening);
    connect(&m_threads, &EngineThreads::notListening, this,
            [this] { say(CliText::tr("proxy not listening: it was switched off")); });
    connect(&m_threads, &EngineThreads::failed, this, &HeadlessRun::failed);
    connect(&m_threads, &EngineThreads::stopping, this, &HeadlessRun::stopping);
    connect(&m_threads, &EngineThreads::settingsLoaded, this, &HeadlessRun::settingsLoaded);
    connect(&m_threads, &EngineThreads::requestNoted, this,
            [this](const RequestRecord &record) { say(factText(record)); });
    connect(&m_threads, &EngineThreads::settingsBroken, this, [this](const Refusal &refusal) {
        say(refusalText(refusal) + QLatin1Char(' ') +
            CliText::tr("Until then the last good settings stay in force."));
    });
    connect(&m_threads, &EngineThreads::settingsMended, this,
            [this] { say(CliText::tr("the settings files are good again")); });
    connect(&m_threads, &EngineThreads::finished, this, [] { QCoreApplication::quit(); });
    connectFailover();
}

void HeadlessRun::start()
{
    m_settled = m_claude.settle();
    m_threads.start();
}

void HeadlessRun::end()
{
    sayIfAny(m_claude.end());
}

TimePoint wallNow()
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

void HeadlessRun::connectFailover()
{
    connect(&m_threads, &EngineThreads::monitoring, this,
            [this](seconds checkInterval) { m_checkInterval = checkInterval; });
    connect(&m_threads, &EngineThreads::eventCommitted, this,
            [this](const FailoverEvent &event) { say(factText(event)); });
    connect(&m_threads, &EngineThreads::alertRaised, this,
            [this](const Alert &alert) { say(CliText::tr("alert: %1").arg(alertText(alert, wallNow()))); });
    connect(&m_threads, &EngineThreads::alertCleared, this,
            [this](const Alert &alert) { say(CliText::tr("alert ended: %1").arg(alertTitle(alert))); });
    connect(&m_threads, &EngineThreads::historyUnavailable, this,
            [this](const Refusal &refusal) { say(refusalText(refusal)); });
    connect(&m_threads, &EngineThreads::historyMended, this,
            [this] { say(CliText::tr("the history is written again")); });
    connect(&m_threads, &EngineThreads::saveFailed, this, [this](const Refusal &refusal) {
        say(CliText::tr("the active config is not in the settings file: %1").arg(refusalText(refusal)));
    });
}

void HeadlessRun::sayMonitoring()
{
    if (m_checkInterval > seconds(0))
        m_facts.print(CliText::tr("failover monitor running (every %1 s)").arg(m_checkInterval.count()));
    else
        m_facts.print(CliText::tr("failover monitor running (no health checks, only traffic)"));
}

void HeadlessRun::say(const QString &fact)
{
    m_facts.print(QTime::currentTime().toString(u"HH:mm:ss ") + fact);
}

void HeadlessRun::sayIfAny(const QString &fact)
{
    if (!fact.isEmpty())
        say(fact);
}

void HeadlessRun::listening(const QString &url)
{
    if (std::exchange(m_listening, true)) {
        say(CliText::tr("proxy listening on %1").arg(url)); // a window had it so
        return sayIfAny(m_claude.listening(url));
    }
    m_facts.print(CliText::tr("proxy listening on %1").arg(url));
    sayMonitoring();
    if (!QHostAddress(QUrl(url).host()).isLoopback())
        m_facts.print(CliText::tr(
            "reachable from other machines: requests and answers cross the network unencrypted; only the "
            "local token keeps strangers out"));
    if (m_noConfig)
        m_facts.print(CliText::tr("no config yet: add one with `qcc add NAME --url URL`"));
    sayIfAny(m_settled);
    sayIfAny(m_claude.listening(url));
    if (!m_demo) {
        if (!m_plainKeyFile.isEmpty())
            m_facts.print(aboutPlainKeyFile(m_plainKeyFile));
        m_facts.print(
            CliText::tr("for Claude Code: eval \"$(qcc claude env)\"; stop with Ctrl-C or `qcc proxy stop`"));
        return;
    }
    for (const QString &line : m_demo->instructions(url))
        m_facts.print(line);
}

void HeadlessRun::settingsLoaded(const SharedSettings &settings)
{
    sayIfAny(m_claude.settingsLoaded(settings));
    if (m_listening)
        return say(CliText::tr("settings files read again: %n config(s)", nullptr,
                               static_cast<int>(settings->settings.configs.size())));
    m_noConfig = settings->settings.configs.empty();
    m_plainKeyFile = settings->plainKeyFile;
}

void HeadlessRun::failed(const Refusal &refusal)
{
    Console().complain(refusalText(refusal));
    m_exitCode = exitCodeFor(refusal);
}

void HeadlessRun::stopAsked()
{
    if (std::exchange(m_stopAsked, true)) {
        // Asked twice: whoever waits does not want to wait for streams any longer.
        QCoreApplication::quit();
        return;
    }
    m_threads.stop();
}

void HeadlessRun::stopping(int running)
{
    m_stopAsked = true;
    if (running > 0)
        say(CliText::tr("stopping; %n running request(s) may end within 30 s (Ctrl-C again: at once)",
                        nullptr, running));
    else
        say(CliText::tr("stopped"));
}

int refuse(const Refusal &refusal)
{
    Console().complain(refusalText(refusal));
    return exitCodeFor(refusal);
}

/// Whether an instance listens for @p home. Local sockets connect, or fail to, inside the call.
bool instanceListens(const QString &home)
{
    QLocalSocket socket;
    socket.connectToServer(controlSocketPath(home));
    return socket.state() != QLocalSocket::UnconnectedState;
}

/// A running instance is told at once; a command line that works on the files is soon done.
Result<std::unique_ptr<InstanceLock>> lockHome(const QString &home)
{
    Result<std::unique_ptr<InstanceLock>> lock = InstanceLock::acquire(home);
    if (lock || lock.refusal().code != RefusalCode::InstanceRunning || instanceListens(home))
        return lock;
    return InstanceLock::acquire(home, kHomePatience);
}

} // namespace

int runHeadless(const ProxyStartOptions &options)
{
    raiseOpenFileLimit();
    surviveBrokenPipes();
    Demo demo;
    QString home = qccHomePath();
    if (options.demo) {
        if (const Result<Done> ready = demo.prepare(); !ready)
            return refuse(ready.refusal());
        home = demo.home();
    }
    const Result<QString> opened = openHome(home);
    if (!opened)
        return refuse(opened.refusal());
    const Result<std::unique_ptr<InstanceLock>> lock = lockHome(*opened);
    if (!lock)
        return refuse(lock.refusal());

    const HealthChecks checks = options.checks ? HealthChecks::On : HealthChecks::Off;
    EngineOptions engine{*opened, options.listenHost, options.listenPort, {}, checks, {}};
    engine.health.spendTokens = options.messageChecks;
    HeadlessRun run(engine, options.demo ? &demo : nullptr,
                    options.claude ? ClaudeTurn::Wish::UntilQuit : ClaudeTurn::Wish::LeaveAlone);
    run.start();
    QCoreApplication::exec();
    run.end();
    return run.exitCode();
}

} // namespace qcc
