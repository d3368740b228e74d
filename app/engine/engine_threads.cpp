// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine_threads.h"

#include "app/store/storage_service.h"

#ifdef Q_OS_LINUX
#include "app/io/epoll_dispatcher.h"
#endif

namespace qcc {

EngineThreads::EngineThreads(const EngineOptions &options)
    : m_storage(new StorageService(options.home)), m_room(new EngineRoom(options))
{
    m_storageThread.setObjectName(QStringLiteral("storage"));
    m_engineThread.setObjectName(QStringLiteral("engine"));
    m_storage->moveToThread(&m_storageThread);
    m_room->moveToThread(&m_engineThread);
    connect(&m_storageThread, &QThread::finished, m_storage, &QObject::deleteLater);
    connect(&m_engineThread, &QThread::finished, m_room, &QObject::deleteLater);

    // Before the room's own: settings are told of before what the room makes of them.
    connect(m_storage, &StorageService::loaded, this, &EngineThreads::storageLoaded);
    connect(m_storage, &StorageService::loaded, m_room, &EngineRoom::settingsLoaded);
    connect(m_storage, &StorageService::applied, m_room, &EngineRoom::commandApplied);
    connect(m_room, &EngineRoom::commandGiven, m_storage, &StorageService::apply);

    connect(m_storage, &StorageService::broken, this, &EngineThreads::storageBroken);
    connect(m_storage, &StorageService::mended, this, &EngineThreads::settingsMended);
    connect(m_room, &EngineRoom::listening, this, &EngineThreads::listening);
    connect(m_room, &EngineRoom::failed, this, &EngineThreads::fail);
    connect(m_room, &EngineRoom::requestNoted, this, &EngineThreads::requestNoted);
    connect(m_room, &EngineRoom::stopping, this, &EngineThreads::stopping);
    connect(m_room, &EngineRoom::stopped, this, &EngineThreads::finished);
}

EngineThreads::~EngineThreads()
{
    if (!m_started) { // then no thread will delete them
        delete m_room;
        delete m_storage;
        return;
    }
    // The engine first: what it still has to say to the storage thread is said before that ends.
    m_engineThread.quit();
    m_engineThread.wait();
    m_storageThread.quit();
    m_storageThread.wait();
}

void EngineThreads::start()
{
    m_started = true;
#ifdef Q_OS_LINUX
    m_engineThread.setEventDispatcher(new EpollDispatcher); // a thread that never runs would not delete it
#endif
    m_engineThread.start();
    m_storageThread.start();
    QMetaObject::invokeMethod(m_storage, &StorageService::load, Qt::QueuedConnection);
}

void EngineThreads::stop()
{
    QMetaObject::invokeMethod(m_room, &EngineRoom::stop, Qt::QueuedConnection);
}

void EngineThreads::storageLoaded(const SharedSettings &settings)
{
    m_settled = true;
    Q_EMIT settingsLoaded(settings);
}

void EngineThreads::storageBroken(const Refusal &refusal)
{
    if (m_settled)
        Q_EMIT settingsBroken(refusal);
    else
        fail(refusal);
}

void EngineThreads::fail(const Refusal &refusal)
{
    Q_EMIT failed(refusal);
    Q_EMIT finished();
}

} // namespace qcc
