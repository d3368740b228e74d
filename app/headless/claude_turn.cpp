// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/claude_turn.h"

#include "app/cli/claude_access.h"
#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"

namespace qcc {

namespace {

/// What counts for a project's folder or the shell of this program says nothing about Claude Code's.
ClaudePlaces placesFor(const QString &home)
{
    ClaudePlaces places = claudePlaces(home);
    places.workingDirectory.clear();
    return places;
}

QString notPutBack(const Refusal &refusal)
{
    return CliText::tr("Claude Code's settings could not be put back: %1").arg(refusalText(refusal)) +
           QLatin1Char(' ') + CliText::tr("Try: qcc claude restore");
}

} // namespace

ClaudeTurn::ClaudeTurn(const QString &home, Wish wish) : m_takeover(placesFor(home)), m_wish(wish) {}

QString ClaudeTurn::settle()
{
    const Result<bool> settled = m_takeover.settleAfterCrash();
    if (!settled)
        return notPutBack(settled.refusal());
    return *settled ? CliText::tr("Claude Code's settings are as they were before QCC was ended last time")
                    : QString();
}

QString ClaudeTurn::listening(const QString &url)
{
    m_url = clientUrl(url);
    return connect();
}

QString ClaudeTurn::settingsLoaded(const SharedSettings &settings)
{
    m_settings = settings;
    return m_url.isEmpty() ? QString() : connect();
}

QString ClaudeTurn::connect()
{
    const TakeoverStatus now = m_takeover.status();
    if (m_wish == Wish::LeaveAlone)
        return now.url.isEmpty() || now.url == m_url
                   ? QString()
                   : CliText::tr("Claude Code asks %1, and not this proxy; change it with: qcc claude on")
                         .arg(now.url);
    if (!m_settings)
        return {};
    TakeoverOptions options;
    options.untilQuit = true;
    const Result<Done> connected = m_takeover.connect(m_url, m_settings->localToken, options);
    if (!connected)
        return CliText::tr("Claude Code's settings were not changed: %1")
            .arg(refusalText(connected.refusal()));
    if (now.state == TakeoverState::On)
        return {};
    return CliText::tr("Claude Code asks this proxy until it stops: %1").arg(m_takeover.status().file);
}

QString ClaudeTurn::end()
{
    const Result<bool> back = m_takeover.disconnectAtQuit();
    if (!back)
        return notPutBack(back.refusal());
    return *back ? CliText::tr("Claude Code's settings are as they were before") : QString();
}

} // namespace qcc
