// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/epoll_dispatcher.h"
#include "app/proxy/proxy_server.h"
#include "app/sim/sim_provider.h"
#include "tests/support/raw_client.h"
#include "tests/support/test_host.h"

#include <QCoreApplication>
#include <QTest>

namespace qcc::test {

/// A request as a client of the proxy sends it.
struct Ask
{
    bool stream = true;
    QByteArray method = "POST";
    QByteArray target = "/v1/messages?beta=true";
    QByteArray body;    ///< empty: a small Messages request
    QByteArray session; ///< x-claude-code-session-id
    QByteArray fields;  ///< further lines, each with CRLF
    QByteArray version = "HTTP/1.1";
    bool chunked = false;
};

/// error.type and error.message of an answer in the API's form; empty when it is none.
struct ApiError
{
    explicit ApiError(const QByteArray &body);
    QString type;
    QString message;
    QString requestId;
};

/// Which endpoints a row is run with: pooled (false), qnam (true). QNetworkAccessManager hands bytes from its
/// thread to ours under locks of Qt's, which is not instrumented, so that ThreadSanitizer sees races where
/// there are none: its rows rest there.
#ifdef __SANITIZE_THREAD__
inline constexpr std::array kTransports{false};
#else
inline constexpr std::array kTransports{false, true};
#endif
inline constexpr HttpVersion kOtherTransport = kTransports.back() ? HttpVersion::Http2 : HttpVersion::Http1;

/// Limits short enough for tests, long enough for a busy machine.
ProxyLimits shortLimits();
/// What is left when the ids that every answer has of its own are taken out.
QByteArray withoutIds(QByteArray text);
QByteArray sha256(const QByteArray &bytes);

/// Simulated providers, a host that knows them, and the proxy in front of them, in one thread over real
/// sockets.
class ProxyStage
{
public:
    explicit ProxyStage(const ProxyLimits &limits = shortLimits());
    ~ProxyStage();

    /// A provider as the next endpoint of @p config, which is made with @p priority where it is new.
    sim::SimProvider &add(const QString &config, Priority priority = Priority::Primary,
                          HttpVersion http = HttpVersion::Http1, sim::SimOptions options = {});
    /// production, backup and emergency in Primary, Secondary and Fallback, one endpoint each.
    void addThree(HttpVersion http = HttpVersion::Http1);

    quint16 port() const { return m_port; }
    QByteArray request(const Ask &ask = {}) const;
    /// Asks on a connection of its own.
    RawAnswer ask(const Ask &ask = {});
    /// The same request straight to a provider.
    RawAnswer askDirectly(const sim::SimProvider &provider, const Ask &ask = {});
    bool requestsEnded(size_t count);
    /// A plain streamed request is answered well.
    bool servesWell();

    TestHost host;
    std::vector<std::unique_ptr<sim::SimProvider>> sims;
    std::vector<EndpointId> ids;
    std::unique_ptr<ProxyServer> server;

private:
    QByteArray requestTo(quint16 port, const Ask &ask, const QByteArray &credential) const;

    quint16 m_port = 0;
};

inline constexpr char kDefaultBody[] =
    R"({"model":"claude-sonnet-4-5","max_tokens":64,"messages":[{"role":"user","content":"hi"}],"stream":%1})";

} // namespace qcc::test

/// main() on the engine's own event dispatcher.
#define QCC_PROXY_TEST_MAIN(Test)                                                                            \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        QCoreApplication::setEventDispatcher(new qcc::EpollDispatcher);                                      \
        QCoreApplication application(argc, argv);                                                            \
        Test test;                                                                                           \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
