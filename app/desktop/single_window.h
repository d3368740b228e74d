// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/file_lock.h"

#include <QLocalServer>
#include <QUrl>

namespace qcc {

/// One window per home: the first program holds desktop.lock and listens; a later one asks it to come forward
/// and ends. Main thread.
class SingleWindow final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kAnswerIn{2'000};

    explicit SingleWindow(const QString &home, QObject *parent = nullptr);

    /// True: this is the first one, and it hears of later ones. False: another is there; ask() it.
    Result<bool> claim();
    /// Asks the first one to come forward, and to open a file or a link (empty: nothing); blocks up to
    /// kAnswerIn. False: it does not answer.
    bool ask(const QUrl &open = {});

Q_SIGNALS:
    /// A person started the program again; @p token is what the desktop permits to come forward with (empty:
    /// none), @p open what is to be opened (empty: nothing).
    void startedAgain(const QString &token, const QUrl &open);

private:
    void greet();

    QString m_home;
    QString m_socketPath;
    std::optional<FileLock> m_lock;
    QLocalServer m_server;
};

} // namespace qcc
