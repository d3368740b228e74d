// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/notification_server.h"

namespace qcc {

/// Shows notices on the desktop, each cause in one place, and tells what the person does with them. Keeps
/// which notification of the server is whose. What can't be shown is given back, so that the tray shows it.
/// Knows no rules of what is worth telling, and no window. Main thread; never blocks.
class DesktopNotifier final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    /// In the place of the last one with the same key.
    void show(const NoticeMessage &message);
    void withdraw(const QString &key);
    /// At the program's end: nobody would withdraw them later.
    void withdrawAll();

Q_SIGNALS:
    void shown(const QString &key); ///< the server has it
    void actionInvoked(const QString &key, const QString &action);
    void closed(const QString &key); ///< by the person or by time
    /// There is no server, or it does not answer. Only of news.
    void undeliverable(const qcc::NoticeMessage &message);

private:
    struct Note
    {
        NoticeMessage message;
        uint id = 0;            ///< 0: not shown yet
        bool sending = false;   ///< an answer is awaited
        bool changed = false;   ///< since it was sent
        bool withdrawn = false; ///< since it was sent
    };
    using Notes = std::map<QString, Note>;

    void send(Note &note);
    void onSent(const QString &key, std::optional<uint> id);
    void onRefused(Notes::iterator note);
    void onServerChanged();
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, bool expired);
    Notes::iterator find(uint id);

    Notes m_notes; ///< by key: as many as there are causes
    NotificationServer m_server;
};

} // namespace qcc
