// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/watch_stream.h"

#include "app/control/message_json.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"
#include "models/domain/decision_json.h"

namespace qcc {

using SteadyClock = std::chrono::steady_clock;

WatchStream::WatchStream(QLocalSocket &socket, const CommandDoor &door, milliseconds every, QObject *parent)
    : QObject(parent), m_socket(socket), m_door(door), m_taken(SteadyClock::now())
{
    connect(&m_look, &QTimer::timeout, this, &WatchStream::look);
    connect(&door.news(), &DoorNews::eventStored, this, &WatchStream::tellEvent);
    connect(&door.news(), &DoorNews::announced, this, &WatchStream::tellAlert);
    setPace(every);
}

WatchStream::~WatchStream() = default;

void WatchStream::setPace(milliseconds every)
{
    m_look.start(every);
    look();
}

void WatchStream::look()
{
    if (m_socket.bytesToWrite() > 0) {
        if (isStalled() || m_socket.bytesToWrite() > kMostUnsentToWatcher)
            Q_EMIT gaveUp();
        return;
    }
    m_unsent = 0;
    m_taken = SteadyClock::now();
    sendSettings();
    sendSnapshot();
}

/// Whether it took none of what waits for it for too long.
bool WatchStream::isStalled()
{
    const qint64 unsent = m_socket.bytesToWrite();
    if (unsent < std::exchange(m_unsent, unsent)) {
        m_taken = SteadyClock::now();
        return false;
    }
    return SteadyClock::now() - m_taken >= kWatcherStall;
}

void WatchStream::sendSettings()
{
    if (m_settings == m_door.settings())
        return;
    m_settings = m_door.settings();
    write(QStringLiteral("settings"), toJson(*m_settings));
}

void WatchStream::sendSnapshot()
{
    ProxySnapshot now = m_door.snapshot();
    if (m_snapshot && !isNews(*m_snapshot, now))
        return;
    m_snapshot = std::move(now);
    write(QStringLiteral("snapshot"), toJson(*m_snapshot));
}

/// After the state that the event has made, where that can be sent.
void WatchStream::tellEvent(const FailoverEvent &event)
{
    look();
    write(QStringLiteral("event"), toJson(event));
}

void WatchStream::tellAlert(const Alert &alert)
{
    write(QStringLiteral("announced"), toJson(alert));
}

void WatchStream::write(const QString &what, const QJsonObject &data)
{
    m_socket.write(encodeReply(QJsonObject{{what, data}}));
    if (m_socket.bytesToWrite() > kMostUnsentToWatcher)
        Q_EMIT gaveUp();
}

} // namespace qcc
