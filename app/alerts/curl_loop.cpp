// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/curl_loop.h"

#include <QSocketNotifier>

namespace qcc {

namespace {

/// Once for the process: thread-safe since libcurl 7.84, and never undone.
bool curlIsReady()
{
    static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return kReady;
}

/// It may be what calls us now.
void discard(QSocketNotifier *notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier->disconnect();
    notifier->deleteLater();
}

} // namespace

CurlLoop::CurlLoop(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

CurlLoop::~CurlLoop()
{
    while (!m_running.empty())
        remove(m_running.begin()->first);
    if (m_multi)
        curl_multi_cleanup(m_multi);
    while (!m_watches.empty())
        unwatch(m_watches.begin()->first);
}

bool CurlLoop::add(CURL *easy, Finished finished)
{
    if (!m_multi && curlIsReady()) {
        m_multi = curl_multi_init();
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    }
    if (!m_multi || curl_multi_add_handle(m_multi, easy) != CURLM_OK)
        return false;
    m_running.emplace(easy, std::move(finished));
    return true;
}

void CurlLoop::remove(CURL *easy)
{
    if (m_running.erase(easy) > 0)
        curl_multi_remove_handle(m_multi, easy);
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    auto *loop = static_cast<CurlLoop *>(self);
    loop->unwatch(socket);
    if (what != CURL_POLL_REMOVE)
        loop->watch(socket, what);
    return 0;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *self)
{
    auto *loop = static_cast<CurlLoop *>(self);
    if (milliseconds < 0)
        loop->m_timer.stop();
    else
        loop->m_timer.start(std::chrono::milliseconds{milliseconds});
    return 0;
}

void CurlLoop::watch(curl_socket_t socket, int what)
{
    Watch &watch = m_watches[socket];
    if (what & CURL_POLL_IN) {
        watch.read = new QSocketNotifier(qintptr(socket), QSocketNotifier::Read, this);
        connect(watch.read, &QSocketNotifier::activated, this,
                [this, socket] { act(socket, CURL_CSELECT_IN); });
    }
    if (what & CURL_POLL_OUT) {
        watch.write = new QSocketNotifier(qintptr(socket), QSocketNotifier::Write, this);
        connect(watch.write, &QSocketNotifier::activated, this,
                [this, socket] { act(socket, CURL_CSELECT_OUT); });
    }
}

void CurlLoop::unwatch(curl_socket_t socket)
{
    const auto found = m_watches.find(socket);
    if (found == m_watches.end())
        return;
    discard(found->second.read);
    discard(found->second.write);
    m_watches.erase(found);
}

void CurlLoop::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    reap();
}

void CurlLoop::reap()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *easy = message->easy_handle;
        const CURLcode code = message->data.result; // gone with the handle
        const Finished finished = m_running[easy];
        remove(easy);
        finished(code);
    }
}

} // namespace qcc
