// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/network_checks.h"

#include "app/doctor/doctor_text.h"
#include "models/text/span_text.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace qcc {

namespace {

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Findings about(FindingArea area, FindingLevel level, const QString &text, const QString &remedy = {})
{
    return {{area, level, text, remedy}};
}

QUrl below(QUrl url, const QString &path)
{
    url.setPath(path);
    return url;
}

/// RFC 9110 section 5.6.7, the form that is to be sent; invalid when it is none.
QDateTime httpDate(const QByteArray &field)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(field),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

Findings clockFindings(const QDateTime &theirs)
{
    const auto ahead = std::chrono::milliseconds(theirs.msecsTo(QDateTime::currentDateTimeUtc()));
    if (std::chrono::abs(ahead) <= kTolerableSkew)
        return about(FindingArea::Clock, FindingLevel::Good,
                     DoctorText::tr("This computer's clock is right."));
    const QString span = spanText(std::chrono::abs(ahead));
    return about(
        FindingArea::Clock, FindingLevel::Warning,
        ahead.count() > 0 ? DoctorText::tr("This computer's clock is %1 ahead of the providers'.").arg(span)
                          : DoctorText::tr("This computer's clock is %1 behind the providers'.").arg(span),
        DoctorText::tr("Set it, or let it be set: timedatectl set-ntp true. Certificates and times of limits "
                       "depend on it."));
}

} // namespace

NetworkChecks::NetworkChecks(QObject *parent) : QObject(parent) {}

QNetworkReply *NetworkChecks::ask(const QUrl &url, const QByteArray &token, bool onlyHead)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(int(kDoctorPatience.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!token.isEmpty())
        request.setRawHeader("authorization", "Bearer " + token);
    QNetworkReply *reply = onlyHead ? m_network.head(request) : m_network.get(request);
    connect(reply, &QNetworkReply::finished, reply, &QNetworkReply::deleteLater);
    return reply;
}

void NetworkChecks::checkProxy(const QUrl &proxy, const Secret &token, Done done)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    QNetworkReply *reply = ask(below(proxy, QStringLiteral("/api/hello")), {}, true);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, proxy, token = token.reveal(), done = std::move(done)] {
                if (statusOf(*reply) != kOk)
                    return done(
                        about(FindingArea::Proxy, FindingLevel::Problem,
                              DoctorText::tr("%1 does not answer as the proxy should: %2.")
                                  .arg(proxy.toString(), reply->errorString()),
                              DoctorText::tr("Look which program listens there; restart the proxy.")));
                askWithToken(proxy, token, done);
            });
}

void NetworkChecks::askWithToken(const QUrl &proxy, const QByteArray &token, Done done)
{
    QNetworkReply *reply = ask(below(proxy, QStringLiteral("/v1/models")), token);
    connect(reply, &QNetworkReply::finished, this, [this, reply, proxy, done = std::move(done)] {
        const bool isOurs = reply->rawHeader("x-qcc-config").isEmpty(); // else it is a provider's word
        if (isOurs && (statusOf(*reply) == kUnauthorized || statusOf(*reply) == 0))
            return done(about(
                FindingArea::Proxy, FindingLevel::Problem,
                DoctorText::tr("The proxy does not take its own token (status %1).").arg(statusOf(*reply)),
                DoctorText::tr("Restart the proxy; then connect Claude Code again: qcc claude on")));
        askWithoutToken(proxy, done);
    });
}

void NetworkChecks::askWithoutToken(const QUrl &proxy, Done done)
{
    QNetworkReply *reply = ask(below(proxy, QStringLiteral("/v1/models")));
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        if (statusOf(*reply) != kUnauthorized)
            return done(
                about(FindingArea::Proxy, FindingLevel::Problem,
                      DoctorText::tr("The proxy answers without a token (status %1).").arg(statusOf(*reply)),
                      DoctorText::tr("Something else listens at its address: look which program it is.")));
        done(about(FindingArea::Proxy, FindingLevel::Good,
                   DoctorText::tr("It lets in who has the token, and nobody else.")));
    });
}

void NetworkChecks::checkClock(const Settings &settings, Done done)
{
    m_network.setProxy(QNetworkProxy::DefaultProxy);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    m_clocks.clear();
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            const bool known = std::ranges::any_of(
                m_clocks, [&](const QUrl &url) { return url.host() == endpoint.url.host(); });
            if (!known && std::ssize(m_clocks) < kMostClocks)
                m_clocks.insert(m_clocks.begin(), endpoint.url);
        }
    }
    askNextClock(std::move(done));
}

void NetworkChecks::askNextClock(Done done)
{
    if (m_clocks.empty())
        return done(about(FindingArea::Clock, FindingLevel::Note,
                          DoctorText::tr("No provider told the time, so the clock was not compared.")));
    const QUrl url = m_clocks.back();
    m_clocks.pop_back();
    QNetworkReply *reply = ask(url, {}, true);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, done = std::move(done)] { heardClock(*reply, done); });
}

void NetworkChecks::heardClock(QNetworkReply &reply, Done done)
{
    const QDateTime theirs = httpDate(reply.rawHeader("date"));
    if (!theirs.isValid())
        return askNextClock(std::move(done));
    done(clockFindings(theirs));
}

} // namespace qcc
