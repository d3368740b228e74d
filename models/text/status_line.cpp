// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/status_line.h"

#include "models/text/endpoint_text.h"
#include "models/text/event_text.h"
#include "models/text/group_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

QString sign(StatusTone tone)
{
    switch (tone) {
    case StatusTone::Well:
        return QStringLiteral("●");
    case StatusTone::Strained:
        return QStringLiteral("▲");
    case StatusTone::Failing:
        return QStringLiteral("✖");
    }
    Q_UNREACHABLE();
}

bool isRaised(const FailoverSnapshot &failover, AlertKind kind)
{
    return std::any_of(failover.alerts.begin(), failover.alerts.end(),
                       [kind](const Alert &alert) { return alert.kind == kind; });
}

QString nameOf(const FailoverSnapshot &failover)
{
    const Priority priority = failover.activePriority.value_or(Priority::Primary);
    return priority == Priority::Primary ? failover.active : configWithGroup(failover.active, priority);
}

QString pinPart(const FailoverSnapshot &failover, TimePoint now)
{
    if (!failover.pinned)
        return {};
    return failover.pinnedUntil ? Text::tr("pinned for %1", "%1: a time such as 3:20")
                                      .arg(countdown(*failover.pinnedUntil - now))
                                : Text::tr("pinned");
}

QString heldPart(const ProxySnapshot &snapshot, TimePoint now)
{
    if (snapshot.heldRequests == 0)
        return {};
    return snapshot.heldUntil
               ? Text::tr("waiting: %1, for %2", "%1: how many requests, %2: a time such as 0:35")
                     .arg(snapshot.heldRequests)
                     .arg(countdown(*snapshot.heldUntil - now))
               : Text::tr("waiting: %1", "how many requests").arg(snapshot.heldRequests);
}

StatusTone toneOf(const ProxySnapshot &snapshot, bool troubled)
{
    const FailoverSnapshot &failover = snapshot.failover;
    if (!snapshot.serving || snapshot.activeConfig.isEmpty() || failover.networkDown ||
        isRaised(failover, AlertKind::AllDown))
        return StatusTone::Failing;
    return troubled || failover.active.isEmpty() || snapshot.heldRequests > 0 ? StatusTone::Strained
                                                                              : StatusTone::Well;
}

/// Requests go to it, and none has told yet how it is.
QString notProved(const ProxySnapshot &snapshot, TimePoint now)
{
    const QString heldBack = configHeldBack(snapshot.activeConfig, snapshot, now);
    return Text::tr("%1 – %2", "a config, and what is wrong")
        .arg(snapshot.activeConfig, heldBack.isEmpty() ? Text::tr("not tried yet") : heldBack);
}

QString mainPart(const ProxySnapshot &snapshot, const QString &trouble, TimePoint now)
{
    const FailoverSnapshot &failover = snapshot.failover;
    if (!snapshot.serving)
        return Text::tr("QCC: the proxy is switched off");
    if (snapshot.activeConfig.isEmpty())
        return Text::tr("QCC: no config is active");
    if (failover.active.isEmpty())
        return notProved(snapshot, now);
    const QString name = nameOf(failover);
    return trouble.isEmpty() ? name : Text::tr("%1 – %2", "a config, and what is wrong").arg(name, trouble);
}

} // namespace

StatusLine statusLine(const ProxySnapshot &snapshot, TimePoint now)
{
    const QString trouble = troubleText(snapshot, now);
    const StatusTone tone = toneOf(snapshot, !trouble.isEmpty());
    QStringList parts{mainPart(snapshot, trouble, now)};
    if (tone == StatusTone::Well)
        parts << Text::tr("all well");
    for (const QString &part : {heldPart(snapshot, now), pinPart(snapshot.failover, now)}) {
        if (!part.isEmpty())
            parts << part;
    }
    return {tone, sign(tone) + u' ' + parts.join(QStringLiteral(" · "))};
}

} // namespace qcc
