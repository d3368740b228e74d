// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storage_service.h"

#include <QFileInfo>

namespace qcc {

StorageService::StorageService(const QString &home, QObject *parent)
    : QObject(parent), m_home(home), m_watcher(this), m_settle(this)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleTime);
    connect(&m_settle, &QTimer::timeout, this, [this] { inTurn([this] { reload(); }); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
}

StorageService::~StorageService() = default;

/// The keyring is waited for in an event loop, which brings the next question in the middle of this one.
void StorageService::inTurn(std::function<void()> work)
{
    m_turns.push_back(std::move(work));
    if (std::exchange(m_busy, true))
        return;
    while (!m_turns.empty()) {
        const std::function<void()> next = std::move(m_turns.front());
        m_turns.pop_front();
        next();
    }
    m_busy = false;
}

void StorageService::load()
{
    inTurn([this] { loadNow(); });
}

void StorageService::apply(std::shared_ptr<Command> command, quint64 requestId)
{
    inTurn([this, command = std::move(command), requestId] { applyNow(std::move(*command), requestId); });
}

void StorageService::saveActive(const QString &config)
{
    inTurn([this, config] { saveActiveNow(config); });
}

void StorageService::renewToken()
{
    inTurn([this] { renewTokenNow(); });
}

Result<Done> StorageService::open()
{
    if (m_workspace)
        return Done{};
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(m_home);
    if (!workspace)
        return workspace.refusal();
    m_workspace = std::move(workspace).value();
    // Readers see through an interrupted write anyway, and the next writer says why it cannot be completed.
    if (const Result<Done> settled = m_workspace->settle(); !settled)
        qWarning("%s: %s", qUtf8Printable(settled.refusal().subject),
                 qUtf8Printable(settled.refusal().detail));
    m_watcher.addPath(m_workspace->home());
    watchFiles();
    return Done{};
}

/// A name may lead to another file than the one that is watched: after an atomic replacement while a hard
/// link keeps the old file, or when a symbolic link points elsewhere. So both are always watched anew; what
/// is written in between is found because the fingerprints are compared after it.
void StorageService::watchFiles()
{
    m_settle.start(); // moving the watches drops what they had to tell
    for (const QString &path : {m_workspace->configsPath(), m_workspace->priorityPath()}) {
        m_watcher.removePath(path);
        if (QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

void StorageService::loadNow()
{
    const Result<Done> opened = open();
    publish(opened ? m_workspace->load(TokenNeed::MakeIfMissing) : Result<LoadedSettings>(opened.refusal()));
}

void StorageService::applyNow(Command command, quint64 requestId)
{
    const Result<Done> opened = open();
    if (!opened) {
        Q_EMIT applied(requestId, opened.refusal());
        return;
    }
    Result<LoadedSettings> result = m_workspace->apply(std::move(command));
    watchFiles();
    if (!result) {
        Q_EMIT applied(requestId, result.refusal());
        return;
    }
    m_fingerprint = result->fingerprint;
    mend();
    Q_EMIT applied(requestId, SharedSettings(std::make_shared<LoadedSettings>(std::move(result).value())));
}

void StorageService::saveActiveNow(const QString &config)
{
    const Result<Done> opened = open();
    if (!opened) {
        Q_EMIT saveFailed(opened.refusal());
        return;
    }
    const Result<SavedTexts> saved = m_workspace->saveActive(config);
    watchFiles();
    if (!saved) {
        Q_EMIT saveFailed(saved.refusal());
        return;
    }
    if (saved->before == m_fingerprint) // else an edit by hand was there first, and has to be told of
        m_fingerprint = saved->after;
    Q_EMIT activeSaved(config);
}

void StorageService::renewTokenNow()
{
    const Result<Done> opened = open();
    Result<Secret> token = opened ? m_workspace->renewToken() : Result<Secret>(opened.refusal());
    if (token)
        Q_EMIT tokenRenewed(SharedSecret(std::make_shared<Secret>(std::move(token).value())));
    else
        Q_EMIT tokenRenewed(token.refusal());
}

void StorageService::reload()
{
    watchFiles();
    m_settle.stop();
    if (!m_broken && m_workspace->fingerprint() == m_fingerprint)
        return;
    publish(m_workspace->load(TokenNeed::MakeIfMissing));
}

void StorageService::publish(Result<LoadedSettings> result)
{
    if (!result) {
        const bool news = m_broken != result.refusal();
        m_broken = result.refusal();
        if (news)
            Q_EMIT broken(*m_broken);
        return;
    }
    m_fingerprint = result->fingerprint;
    mend();
    Q_EMIT loaded(std::make_shared<LoadedSettings>(std::move(result).value()));
}

void StorageService::mend()
{
    if (std::exchange(m_broken, std::nullopt))
        Q_EMIT mended();
}

} // namespace qcc
