// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli_session.h"

#include <QElapsedTimer>

namespace qcc {

/// How long a stopping instance is waited for: its running streams get their grace time.
inline constexpr milliseconds kStopPatience{60'000};
inline constexpr milliseconds kStopPoll{100};

/// `qcc proxy stop`: asks the instance to stop and waits until its process has let go of the home. Main
/// thread.
class ProxyStop : public QObject
{
    Q_OBJECT
public:
    ProxyStop(CliSession &session, InstanceAccess &instance);

    void begin();

private:
    void ask(const ProxySnapshot &snapshot);
    void poll();

    CliSession &m_session;
    InstanceAccess &m_instance;
    qint64 m_pid = 0;
    QElapsedTimer m_asked;
};

} // namespace qcc
