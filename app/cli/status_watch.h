// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli_session.h"
#include "app/cli/interrupt_watch.h"

namespace qcc {

/// How often `qcc status --watch` looks.
inline constexpr milliseconds kWatchInterval{1'000};

enum class WatchForm { Text, JsonLines };

/// `qcc status --watch`: asks the instance once a second until Ctrl-C. On a terminal the picture is drawn in
/// place; elsewhere, and as JSON, there is a new block (or line) only when there is something new to tell. An
/// instance that ends meanwhile is waited for. Main thread.
class StatusWatch : public QObject
{
    Q_OBJECT
public:
    StatusWatch(CliSession &session, InstanceAccess &instance, WatchForm form);

    void begin() { look(); }

private:
    void look();
    void take(const Result<ProxySnapshot> &snapshot);
    void show(const ProxySnapshot &snapshot);
    void showLoss(const Refusal &why);
    void end();

    CliSession &m_session;
    InstanceAccess &m_instance;
    WatchForm m_form;
    InterruptWatch m_interrupt;
    QTimer m_next;
    std::optional<ProxySnapshot> m_shown; ///< its telling part
    bool m_lost = false;                  ///< the instance has ended since
};

} // namespace qcc
