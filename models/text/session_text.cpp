// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/session_text.h"

#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

QString shortSessionId(const QByteArray &id)
{
    constexpr qsizetype kShown = 8;
    return QString::fromUtf8(id.left(4 * kShown)).simplified().left(kShown);
}

QString agoText(TimePoint moment, TimePoint now)
{
    const milliseconds past = now - moment;
    return past < seconds(1) ? Text::tr("just now")
                             : Text::tr("%1 ago", "%1: a span of time").arg(spanText(past));
}

QString sessionReason(const SessionSnapshot &session, const QString &active, TimePoint now)
{
    if (session.byHand)
        return Text::tr("Moved by hand", "why a session is where it is");
    if (session.config == active)
        return Text::tr("With the active config", "why a session is where it is");
    if (session.running > 0)
        return Text::tr("In the middle of an answer", "why a session is where it is");
    if (session.staysUntil && *session.staysUntil > now)
        return Text::tr("Stays until %1, to keep its prompt cache", "%1: a time")
            .arg(dueText(*session.staysUntil, now));
    return Text::tr("Follows the active config with its next request", "why a session is where it is");
}

} // namespace qcc
