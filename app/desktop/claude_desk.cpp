// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/claude_desk.h"

#include <QDesktopServices>
#include <QFileInfo>

namespace qcc {

namespace {

template <typename T> void answerLater(QObject *context, Answer<T> done, Result<T> result)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = std::move(result)] { done(result); },
        Qt::QueuedConnection);
}

/// Where Claude Code finds who listens on all addresses.
QString addressFor(const QString &listenUrl)
{
    QUrl url(listenUrl);
    if (url.host() == QLatin1StringView("0.0.0.0"))
        url.setHost(QStringLiteral("127.0.0.1"));
    else if (url.host() == QLatin1StringView("::"))
        url.setHost(QStringLiteral("::1"));
    return url.toString();
}

} // namespace

ClaudeDesk::ClaudeDesk(InstanceDoor &instance, DesktopDoor &desktop, ClaudePlaces places, QObject *parent)
    : ClaudeDoor(parent), m_instance(instance), m_desktop(desktop), m_takeover(std::move(places))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    connect(&m_settle, &QTimer::timeout, this, &ClaudeDesk::refresh);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&instance, &InstanceDoor::snapshotChanged, this, &ClaudeDesk::keepUp);
    connect(&instance, &InstanceDoor::stateChanged, this, &ClaudeDesk::keepUp);
    connect(&desktop, &DesktopDoor::preferencesChanged, this, &ClaudeDesk::keepUp);
}

void ClaudeDesk::start()
{
    if (const Result<bool> settled = m_takeover.settleAfterCrash(); !settled)
        Q_EMIT refused(settled.refusal());
    m_started = true;
    refresh();
    keepUp();
}

bool ClaudeDesk::isOn() const
{
    return m_status.state == TakeoverState::On || m_status.state == TakeoverState::Edited;
}

bool ClaudeDesk::mayConnect() const
{
    return m_instance.isReachable() && m_instance.snapshot().serving && !m_desktop.facts().simulation &&
           !m_instance.snapshot().listenUrl.isEmpty();
}

/// What another process runs goes on when this one quits.
TakeoverOptions ClaudeDesk::options() const
{
    const Preferences &preferences = m_desktop.preferences();
    TakeoverOptions options;
    options.untilQuit = preferences.releasesClaudeAtQuit && m_instance.state().link == InstanceLink::Hosting;
    options.toolSearch = preferences.claudeToolSearch;
    options.editors = preferences.connectsEditors;
    return options;
}

/// Once for each address, and when the person wishes something else to be written.
void ClaudeDesk::keepUp()
{
    const bool wished = m_started && !m_released && m_desktop.preferences().connectsClaude;
    if (!wished || !mayConnect() || m_status.state == TakeoverState::Edited)
        return;
    const QString url = addressFor(m_instance.snapshot().listenUrl);
    const bool same = m_keptAt == url && m_keptWith == options();
    if (same)
        return;
    m_keptAt = url;
    m_keptWith = options();
    m_instance.revealToken([self = QPointer(this), url](const Result<Secret> &token) {
        if (!self || !self->mayConnect())
            return;
        if (!token)
            return Q_EMIT self->refused(token.refusal());
        self->write(*token, url, [self](const Result<Done> &result) {
            if (self && !result)
                Q_EMIT self->refused(result.refusal());
        });
    });
}

void ClaudeDesk::connectClaude(Answer<Done> done)
{
    if (!mayConnect())
        return answerLater<Done>(this, std::move(done),
                                 Refusal{RefusalCode::NotRunning, m_desktop.facts().home, {}});
    const QString url = addressFor(m_instance.snapshot().listenUrl);
    m_instance.revealToken([self = QPointer(this), url, done = std::move(done)](const Result<Secret> &token) {
        if (!self)
            return;
        if (!token)
            return done(token.refusal());
        self->m_keptAt = url;
        self->m_keptWith = self->options();
        self->write(*token, url, [self, done](const Result<Done> &result) {
            if (self && result)
                self->remember(true);
            done(result);
        });
    });
}

void ClaudeDesk::write(const Secret &token, const QString &url, const Answer<Done> &done)
{
    if (m_released)
        return done(Refusal{RefusalCode::NotRunning, m_desktop.facts().home, {}});
    const Result<Done> result = m_takeover.connect(url, token, options());
    refresh();
    done(result);
}

void ClaudeDesk::disconnectClaude(bool keepEdits, Answer<Done> done)
{
    const bool interrupted = m_status.state == TakeoverState::Interrupted;
    Result<Done> result = interrupted
                              ? m_takeover.restore()
                              : m_takeover.disconnect(keepEdits ? EditedValues::Keep : EditedValues::Refuse);
    // Somebody else has put it back already: as wished.
    if (!result && result.refusal().code == RefusalCode::NotConnected)
        result = Done{};
    if (result) {
        m_keptAt.reset();
        remember(false);
    }
    refresh();
    answerLater<Done>(this, std::move(done), std::move(result));
}

void ClaudeDesk::release()
{
    m_released = true;
    m_keptAt.reset();
    const Preferences &preferences = m_desktop.preferences();
    // What was connected for good, before the person wished otherwise, is put back too.
    const bool wished = preferences.connectsClaude && preferences.releasesClaudeAtQuit &&
                        m_instance.state().link != InstanceLink::Attached;
    Result<Done> result = Done{};
    if (wished && isOn())
        result = m_takeover.disconnect(EditedValues::Keep);
    else if (const Result<bool> settled = m_takeover.disconnectAtQuit(); !settled)
        result = settled.refusal();
    if (!result && result.refusal().code != RefusalCode::NotConnected)
        Q_EMIT refused(result.refusal());
    refresh();
}

void ClaudeDesk::resume()
{
    m_released = false;
    keepUp();
}

void ClaudeDesk::renewed()
{
    m_keptAt.reset();
    keepUp();
}

void ClaudeDesk::remember(bool connects)
{
    Preferences preferences = m_desktop.preferences();
    preferences.connectsClaude = connects;
    preferences.toldAboutClaude = true;
    m_desktop.setPreferences(preferences);
}

void ClaudeDesk::refresh()
{
    const TakeoverStatus status = m_takeover.status();
    watch();
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

/// A file that is replaced is no longer watched.
void ClaudeDesk::watch()
{
    const QStringList before = m_watcher.files() + m_watcher.directories();
    const QStringList wanted = m_takeover.watchedPaths();
    QStringList gone;
    QStringList missing;
    std::copy_if(before.begin(), before.end(), std::back_inserter(gone),
                 [&](const QString &path) { return !wanted.contains(path); });
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(missing),
                 [&](const QString &path) { return !before.contains(path); });
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!missing.isEmpty())
        m_watcher.addPaths(missing);
}

void ClaudeDesk::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_status.file).path()));
}

} // namespace qcc
