// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/desktop_notifier.h"

namespace qcc {

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_server(bus)
{
    connect(&m_server, &NotificationServer::changed, this, &DesktopNotifier::onServerChanged);
    connect(&m_server, &NotificationServer::actionInvoked, this, &DesktopNotifier::onActionInvoked);
    connect(&m_server, &NotificationServer::closed, this, &DesktopNotifier::onClosed);
}

void DesktopNotifier::show(const NoticeMessage &message)
{
    Note &note = m_notes[message.key];
    note.message = message;
    note.withdrawn = false;
    if (note.sending)
        note.changed = true;
    else
        send(note);
}

void DesktopNotifier::send(Note &note)
{
    note.sending = true;
    note.changed = false;
    const QString key = note.message.key;
    m_server.notify(note.message, note.id, [this, key](std::optional<uint> id) { onSent(key, id); });
}

void DesktopNotifier::onSent(const QString &key, std::optional<uint> id)
{
    const auto note = m_notes.find(key);
    Q_ASSERT(note != m_notes.end()); // it stays while it is being sent
    note->second.sending = false;
    if (!id) {
        onRefused(note);
        return;
    }
    note->second.id = *id;
    if (note->second.withdrawn) {
        m_server.close(*id);
        m_notes.erase(note);
        return;
    }
    if (note->second.changed)
        send(note->second);
    Q_EMIT shown(key);
}

void DesktopNotifier::onRefused(Notes::iterator note)
{
    const Note refused = std::move(note->second);
    m_notes.erase(note);
    if (refused.message.isNews && !refused.withdrawn)
        Q_EMIT undeliverable(refused.message);
}

void DesktopNotifier::withdraw(const QString &key)
{
    const auto note = m_notes.find(key);
    if (note == m_notes.end())
        return;
    if (note->second.sending) {
        note->second.withdrawn = true;
        return;
    }
    m_server.close(note->second.id);
    m_notes.erase(note);
}

void DesktopNotifier::withdrawAll()
{
    QStringList keys;
    for (const auto &[key, note] : m_notes)
        keys << key;
    for (const QString &key : keys)
        withdraw(key);
}

void DesktopNotifier::onServerChanged()
{
    std::erase_if(m_notes, [](const auto &note) { return !note.second.sending; });
    for (auto &[key, note] : m_notes)
        note.id = 0;
}

void DesktopNotifier::onActionInvoked(uint id, const QString &action)
{
    if (const auto note = find(id); note != m_notes.end())
        Q_EMIT actionInvoked(QString(note->first), action);
}

void DesktopNotifier::onClosed(uint id, bool expired)
{
    const auto note = find(id);
    if (note == m_notes.end())
        return;
    const QString key = note->first;
    // An expired one may still lie in the desktop's list of notifications: there it is withdrawn.
    if (!expired) {
        note->second.id = 0;
        if (!note->second.sending)
            m_notes.erase(note);
    }
    Q_EMIT closed(key);
}

DesktopNotifier::Notes::iterator DesktopNotifier::find(uint id)
{
    return std::find_if(m_notes.begin(), m_notes.end(),
                        [id](const auto &note) { return id != 0 && note.second.id == id; });
}

} // namespace qcc
