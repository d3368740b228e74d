// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/proxy_stop.h"

#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"
#include "app/store/instance_lock.h"

namespace qcc {

ProxyStop::ProxyStop(CliSession &session, InstanceAccess &instance)
    : QObject(&session), m_session(session), m_instance(instance)
{
}

void ProxyStop::begin()
{
    m_instance.status([this](const Result<ProxySnapshot> &snapshot) {
        if (!snapshot)
            return m_session.refuse(snapshot.refusal());
        ask(*snapshot);
    });
}

void ProxyStop::ask(const ProxySnapshot &snapshot)
{
    m_pid = snapshot.pid;
    if (snapshot.runningRequests > 0)
        m_session.console().print(
            CliText::tr("Requests still running: %1; they may end in peace …").arg(snapshot.runningRequests));
    m_instance.stop([this](const Result<Done> &asked) {
        if (!asked)
            return m_session.refuse(asked.refusal());
        m_asked.start();
        poll();
    });
}

void ProxyStop::poll()
{
    // The kernel lets go of the lock with the process, whatever became of the socket. Another pid is another
    // process.
    const std::optional<qint64> holder = InstanceLock::holder(m_instance.home());
    if (!holder || (*holder > 0 && *holder != m_pid)) {
        m_session.console().print(CliText::tr("The proxy (pid %1) has stopped.").arg(m_pid));
        return m_session.finish(kExitDone);
    }
    if (m_asked.hasExpired(kStopPatience.count())) {
        m_session.console().complain(
            CliText::tr("The proxy (pid %1) was asked to stop but still runs; end it with: kill %1")
                .arg(m_pid));
        return m_session.finish(kExitRefused);
    }
    QTimer::singleShot(kStopPoll, this, &ProxyStop::poll);
}

} // namespace qcc
