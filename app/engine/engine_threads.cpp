// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine_threads.h"

#include "app/alerts/alert_courier.h"
#include "app/engine/engine_clock.h"
#include "app/history/history_service.h"
#include "app/store/storage_service.h"

#ifdef Q_OS_LINUX
#include "app/io/epoll_dispatcher.h"
#endif

namespace qcc {

namespace {

/// The engine's own clock, by which alerts are dated too.
AlertOptions withClock(AlertOptions options)
{
    if (!options.clock)
        options.clock = [clock = EngineClock()] { return clock.now(); };
    return options;
}

} // namespace

EngineThreads::EngineThreads(const EngineOptions &options, QThread *storage)
    : m_storageThread(storage ? *storage : m_ownStorageThread), m_storage(new StorageService(options.home)),
      m_history(new HistoryService(options.home)), m_courier(new AlertCourier(withClock(options.alerts))),
      m_room(new EngineRoom(options))
{
    m_storageThread.setObjectName(QStringLiteral("storage"));
    m_historyThread.setObjectName(QStringLiteral("history"));
    m_engineThread.setObjectName(QStringLiteral("engine"));
    m_alertsThread.setObjectName(QStringLiteral("alerts"));
    m_storage->moveToThread(&m_storageThread);
    m_history->moveToThread(&m_historyThread);
    m_courier->moveToThread(&m_alertsThread);
    m_room->moveToThread(&m_engineThread);
    connect(&m_storageThread, &QThread::finished, m_storage, &QObject::deleteLater);
    connect(&m_historyThread, &QThread::finished, m_history, &QObject::deleteLater);
    connect(&m_alertsThread, &QThread::finished, m_courier, &QObject::deleteLater);
    connect(&m_engineThread, &QThread::finished, m_room, &QObject::deleteLater);
    connectStorage();
    connectHistory();
    connectAlerts();
    connectRoom();
}

void EngineThreads::connectStorage()
{
    // Before the room's own: settings are told of before what the room makes of them.
    connect(m_storage, &StorageService::loaded, this, &EngineThreads::storageLoaded);
    connect(m_storage, &StorageService::loaded, m_room, &EngineRoom::settingsLoaded);
    connect(m_storage, &StorageService::applied, m_room, &EngineRoom::commandApplied);
    connect(m_storage, &StorageService::activeSaved, m_room, &EngineRoom::activeSaved);
    connect(m_storage, &StorageService::saveFailed, m_room, &EngineRoom::activeNotSaved);
    connect(m_storage, &StorageService::saveFailed, this, &EngineThreads::saveFailed);
    connect(m_storage, &StorageService::broken, this, &EngineThreads::storageBroken);
    connect(m_storage, &StorageService::broken, m_room, &EngineRoom::settingsBroken);
    connect(m_storage, &StorageService::mended, this, &EngineThreads::settingsMended);
    connect(m_storage, &StorageService::mended, m_room, &EngineRoom::settingsMended);
    connect(m_storage, &StorageService::tokenRenewed, m_room, &EngineRoom::tokenRenewed);
    connect(m_room, &EngineRoom::tokenWanted, m_storage, &StorageService::renewToken);
    connect(m_room, &EngineRoom::commandGiven, m_storage, &StorageService::apply);
    connect(m_room, &EngineRoom::activeChanged, m_storage, &StorageService::saveActive);
}

void EngineThreads::connectHistory()
{
    connect(m_history, &HistoryService::opened, m_room, &EngineRoom::historyOpened);
    connect(m_history, &HistoryService::committed, m_room, &EngineRoom::eventCommitted);
    connect(m_history, &HistoryService::committed, this, &EngineThreads::eventCommitted);
    connect(m_history, &HistoryService::unavailable, this, &EngineThreads::historyUnavailable);
    connect(m_history, &HistoryService::unavailable, m_room, &EngineRoom::historyUnavailable);
    connect(m_history, &HistoryService::mended, m_room, &EngineRoom::historyMended);
    connect(m_history, &HistoryService::importFailed, this, &EngineThreads::historyUnavailable);
    connect(m_history, &HistoryService::mended, this, &EngineThreads::historyMended);
    connect(m_room, &EngineRoom::eventDecided, m_history, &HistoryService::commit);
    connect(m_room, &EngineRoom::stateChanged, m_history, &HistoryService::saveState);
    connect(m_room, &EngineRoom::requestsFinished, m_history, &HistoryService::appendAll);
    connect(m_room, &EngineRoom::sampled, m_history, &HistoryService::appendSample);
    connect(m_storage, &StorageService::loaded, m_history,
            [history = m_history](const SharedSettings &settings) {
                history->keepRequests(settings->settings.retention);
            });
    connect(m_storage, &StorageService::applied, m_history,
            [history = m_history](quint64, const Result<SharedSettings> &result) {
                if (result)
                    history->keepRequests((*result)->settings.retention);
            });
}

void EngineThreads::connectAlerts()
{
    connect(m_room, &EngineRoom::channelsInForce, m_courier, &AlertCourier::adopt);
    connect(m_room, &EngineRoom::alertsRemembered, m_courier, &AlertCourier::remembered);
    connect(m_room, &EngineRoom::announced, m_courier, &AlertCourier::announced);
    connect(m_room, &EngineRoom::alertRaised, m_courier, &AlertCourier::raised);
    connect(m_room, &EngineRoom::alertCleared, m_courier, &AlertCourier::cleared);
    connect(m_room, &EngineRoom::historyAlertRaised, m_courier, &AlertCourier::raised);
    connect(m_room, &EngineRoom::historyAlertCleared, m_courier, &AlertCourier::cleared);
    connect(m_room, &EngineRoom::channelTestWanted, m_courier, &AlertCourier::test);
    connect(m_courier, &AlertCourier::tested, m_room, &EngineRoom::channelTested);
    connect(m_courier, &AlertCourier::snapshotsChanged, m_room, &EngineRoom::channelSnapshots);
}

void EngineThreads::connectRoom()
{
    connect(&m_network, &NetworkWatch::reachabilityChanged, m_room, &EngineRoom::networkReported);
    connect(m_room, &EngineRoom::ready, this, &EngineThreads::ready);
    connect(m_room, &EngineRoom::listening, this, &EngineThreads::listening);
    connect(m_room, &EngineRoom::notListening, this, &EngineThreads::notListening);
    connect(m_room, &EngineRoom::monitoring, this, &EngineThreads::monitoring);
    connect(m_room, &EngineRoom::failed, this, &EngineThreads::fail);
    connect(m_room, &EngineRoom::requestNoted, this, &EngineThreads::requestNoted);
    connect(m_room, &EngineRoom::announced, this, &EngineThreads::announced);
    connect(m_room, &EngineRoom::alertRaised, this, &EngineThreads::alertRaised);
    connect(m_room, &EngineRoom::alertCleared, this, &EngineThreads::alertCleared);
    connect(m_room, &EngineRoom::stopping, this, &EngineThreads::stopping);
    connect(m_room, &EngineRoom::stopped, this, &EngineThreads::finished);
}

EngineThreads::~EngineThreads()
{
    if (!m_started) { // then no thread will delete them
        delete m_room;
        delete m_courier;
        delete m_history;
        delete m_storage;
        return;
    }
    // The engine first: what it still has to say to the other threads is said before these end.
    m_engineThread.quit();
    m_engineThread.wait();
    m_alertsThread.quit();
    m_alertsThread.wait();
    QMetaObject::invokeMethod(m_history, &HistoryService::flush, Qt::BlockingQueuedConnection);
    m_historyThread.quit();
    m_historyThread.wait();
    QMetaObject::invokeMethod(m_storage, &StorageService::flush, Qt::BlockingQueuedConnection);
    m_storageThread.quit();
    m_storageThread.wait();
}

void EngineThreads::start()
{
    m_started = true;
#ifdef Q_OS_LINUX
    m_engineThread.setEventDispatcher(new EpollDispatcher); // a thread that never runs would not delete it
#endif
    m_network.start();
    m_alertsThread.start();
    m_engineThread.start();
    m_storageThread.start();
    m_historyThread.start();
    QMetaObject::invokeMethod(m_history, &HistoryService::open, Qt::QueuedConnection);
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
