// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/history_access.h"
#include "app/cli/interrupt_watch.h"

namespace qcc {

/// How often the database is asked for new requests.
inline constexpr milliseconds kFollowInterval{300};

/// `qcc requests --follow`: shows the latest requests, oldest first, then those that come, until Ctrl-C.
/// Reads the database alone, so it works with an instance, without one, and while one begins. Main thread.
class RequestFollow : public QObject
{
    Q_OBJECT
public:
    RequestFollow(CliSession &session, QString home, RequestFilter filter, bool json);

    void begin();

private:
    void look();
    Result<std::vector<StoredRequest>> fetch();
    void show(const std::vector<StoredRequest> &requests);

    CliSession &m_session;
    QString m_home;
    RequestFilter m_filter;
    bool m_json;
    bool m_shownAny = false;
    std::unique_ptr<HistoryReader> m_history;
    InterruptWatch m_interrupt;
    QTimer m_next;
};

} // namespace qcc
