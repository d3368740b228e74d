// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/proxy_stage.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace qcc::test {

using namespace std::chrono_literals;

ApiError::ApiError(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object.value(QLatin1String("type")).toString() != QLatin1String("error"))
        return;
    const QJsonObject error = object.value(QLatin1String("error")).toObject();
    type = error.value(QLatin1String("type")).toString();
    message = error.value(QLatin1String("message")).toString();
    requestId = object.value(QLatin1String("request_id")).toString();
}

ProxyLimits shortLimits()
{
    ProxyLimits limits;
    limits.requestHead = 2'000ms;
    limits.bodySilence = 2'000ms;
    limits.stalledReader = 3'000ms;
    limits.lingering = 500ms;
    limits.allTries = 6'000ms;
    limits.unstreamedAnswer = 8'000ms;
    limits.stopGrace = 3'000ms;
    limits.longestHold = 0ms; // its tests set their own
    return limits;
}

QByteArray withoutIds(QByteArray text)
{
    static const QRegularExpression id(QStringLiteral("(req|msg)_[A-Za-z0-9_]+"));
    return QString::fromUtf8(text).replace(id, QStringLiteral("ID")).toUtf8();
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

ProxyStage::ProxyStage(const ProxyLimits &limits) : server(std::make_unique<ProxyServer>(host, limits))
{
    const Result<ListenAddress> address = server->open(QStringLiteral("127.0.0.1"), 0);
    if (!address)
        qFatal("the proxy can't listen");
    m_port = address->port;
}

ProxyStage::~ProxyStage()
{
    server.reset();
    sims.clear();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

sim::SimProvider &ProxyStage::add(const QString &config, Priority priority, HttpVersion http,
                                  sim::SimOptions options)
{
    if (!host.settings.find(config))
        host.addConfig(config, priority);
    if (options.name == sim::SimOptions().name)
        options.name =
            config.toUtf8() + '-' + QByteArray::number(host.settings.find(config)->endpoints.size() + 1);
    auto provider = std::make_unique<sim::SimProvider>(options);
    if (!provider->listen())
        qFatal("a simulated provider can't listen");
    const EndpointId id = host.addEndpoint(config, provider->url(), http);
    options.apiKey = host.keys[id];
    provider->setOptions(options);
    TimeLimits &limits = host.endpoint(id).limits;
    limits = TimeLimits{800ms, 800ms, 800ms};
    ids.push_back(id);
    sims.push_back(std::move(provider));
    return *sims.back();
}

void ProxyStage::addThree(HttpVersion http)
{
    add(QStringLiteral("production"), Priority::Primary, http);
    add(QStringLiteral("backup"), Priority::Secondary, http);
    add(QStringLiteral("emergency"), Priority::Fallback, http);
}

QByteArray ProxyStage::requestTo(quint16 port, const Ask &ask, const QByteArray &credential) const
{
    QByteArray body = ask.body;
    if (body.isEmpty() && ask.method == "POST")
        body = QByteArray(kDefaultBody).replace("%1", ask.stream ? "true" : "false");
    QByteArray bytes = ask.method + ' ' + ask.target + ' ' + ask.version +
                       "\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nAuthorization: Bearer " +
                       credential + "\r\n" + ask.fields;
    if (!ask.session.isEmpty())
        bytes += "x-claude-code-session-id: " + ask.session + "\r\n";
    if (ask.method != "POST")
        return bytes + "\r\n";
    bytes += "Content-Type: application/json\r\n";
    if (!ask.chunked)
        return bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    bytes += "Transfer-Encoding: chunked\r\n\r\n";
    const qsizetype half = body.size() / 2;
    for (const QByteArray &part : {body.first(half), body.sliced(half)})
        bytes += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    return bytes + "0\r\n\r\n";
}

QByteArray ProxyStage::request(const Ask &ask) const
{
    return requestTo(m_port, ask, TestHost::token());
}

RawAnswer ProxyStage::ask(const Ask &ask)
{
    RawClient client(m_port);
    client.send(request(ask));
    return client.next(ask.method == "HEAD", 20s);
}

RawAnswer ProxyStage::askDirectly(const sim::SimProvider &provider, const Ask &ask)
{
    RawClient client(provider.port());
    client.send(requestTo(provider.port(), ask, provider.options().apiKey));
    return client.next(ask.method == "HEAD");
}

bool ProxyStage::requestsEnded(size_t count)
{
    return eventually([&] { return host.requests.size() >= count; });
}

bool ProxyStage::servesWell()
{
    const RawAnswer answer = ask();
    return answer.status == 200 && answer.whole && answer.body.contains("message_stop");
}

} // namespace qcc::test
