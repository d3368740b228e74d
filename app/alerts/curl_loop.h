// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <curl/curl.h>

#include <functional>
#include <map>

class QSocketNotifier;

namespace qcc {

/// Lets libcurl's transfers run in Qt's event loop (libcurl, "multi_socket"): curl says which sockets and
/// when, we say what happened there. Nothing waits; libcurl resolves names in a thread of its own. Knows no
/// protocol. The thread that made the first transfer.
class CurlLoop final : public QObject
{
    Q_OBJECT
public:
    using Finished = std::function<void(CURLcode)>;

    explicit CurlLoop(QObject *parent = nullptr);
    ~CurlLoop() override;

    /// @p easy is its caller's, who takes it off before it is destroyed. False: libcurl has no room.
    bool add(CURL *easy, Finished finished);
    /// Breaks it off, if it runs.
    void remove(CURL *easy);

private:
    struct Watch
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };

    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *self, void *known);
    static int onTimer(CURLM *multi, long milliseconds, void *self);
    void watch(curl_socket_t socket, int what);
    void unwatch(curl_socket_t socket);
    void act(curl_socket_t socket, int events);
    void reap();

    CURLM *m_multi = nullptr;
    std::map<curl_socket_t, Watch> m_watches;
    std::map<CURL *, Finished> m_running;
    QTimer m_timer{this};
};

} // namespace qcc
