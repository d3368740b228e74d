// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/status_watch.h"

#include "app/cli/overview_view.h"
#include "app/cli/refusal_text.h"
#include "app/cli/time_values.h"
#include "app/control/snapshot_json.h"

namespace qcc {

StatusWatch::StatusWatch(CliSession &session, InstanceAccess &instance, WatchForm form)
    : QObject(&session), m_session(session), m_instance(instance), m_form(form)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &StatusWatch::look);
    connect(&m_interrupt, &InterruptWatch::interrupted, this, &StatusWatch::end);
}

void StatusWatch::look()
{
    m_instance.status([this](const Result<ProxySnapshot> &snapshot) { take(snapshot); });
}

void StatusWatch::take(const Result<ProxySnapshot> &snapshot)
{
    const bool begun = m_shown || m_lost;
    if (!snapshot && !begun)
        return m_session.refuse(snapshot.refusal());
    if (snapshot)
        show(*snapshot);
    else
        showLoss(snapshot.refusal());
    if (!m_session.console().printed()) // nobody reads any more
        return end();
    m_next.start(kWatchInterval);
}

void StatusWatch::show(const ProxySnapshot &snapshot)
{
    const Console &console = m_session.console();
    const bool news = m_lost || !m_shown || tellingPart(snapshot) != *m_shown;
    m_lost = false;
    if (m_form == WatchForm::JsonLines) {
        if (news)
            console.printLine(toJson(snapshot));
    } else if (console.isTerminal()) {
        console.redraw(overviewLines(console, snapshot, currentTime()));
    } else if (news) {
        if (m_shown)
            console.print(QString());
        for (const QString &line : overviewLines(console, snapshot, currentTime()))
            console.print(line);
    }
    m_shown = tellingPart(snapshot);
}

void StatusWatch::showLoss(const Refusal &why)
{
    if (m_form == WatchForm::Text && m_session.console().isTerminal())
        m_session.console().redraw({refusalText(why)});
    else if (!m_lost)
        m_session.console().complain(refusalText(why));
    m_lost = true;
}

void StatusWatch::end()
{
    m_next.stop();
    if (m_form == WatchForm::Text && m_session.console().isTerminal())
        m_session.console().print(QString());
    m_session.finish(kExitDone);
}

} // namespace qcc
