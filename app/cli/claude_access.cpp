// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/claude_access.h"

#include "app/cli/proxy_start_options.h"
#include "app/store/workspace.h"

#include <QHostAddress>
#include <QUrl>

namespace qcc {

namespace {

QString usualUrl()
{
    const ProxyStartOptions options;
    return QStringLiteral("http://%1:%2").arg(options.listenHost).arg(options.listenPort);
}

/// The token that the next instance will find, made now if it has to be.
Result<Secret> tokenOfTheFiles(const QString &home)
{
    const auto workspace = Workspace::open(home);
    return workspace ? (*workspace)->localToken() : workspace.refusal();
}

void give(CliSession &session, const QString &url, const Result<Secret> &token,
          const std::function<void(const ProxyWay &)> &next)
{
    if (!token)
        return session.refuse(token.refusal());
    next({clientUrl(url), token->clone()});
}

} // namespace

QString clientUrl(const QString &url)
{
    QUrl parsed(url);
    const QHostAddress host(parsed.host());
    if (host == QHostAddress(QHostAddress::AnyIPv4) || host == QHostAddress(QHostAddress::Any))
        parsed.setHost(QStringLiteral("127.0.0.1"));
    else if (host == QHostAddress(QHostAddress::AnyIPv6))
        parsed.setHost(QStringLiteral("::1"));
    else
        return url;
    return parsed.toString();
}

void withProxyWay(CliSession &session, NeedsProxy need, std::function<void(const ProxyWay &)> next)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->status(
        [&session, instance, need, next = std::move(next)](const Result<ProxySnapshot> &snapshot) {
            const bool runs = snapshot || snapshot.refusal().code != RefusalCode::NotRunning;
            if (!runs && need == NeedsProxy::No)
                return give(session, usualUrl(), tokenOfTheFiles(instance->home()), next);
            if (!snapshot)
                return session.refuse(snapshot.refusal());
            if (!snapshot->serving && need == NeedsProxy::Yes)
                return session.refuse({RefusalCode::NotRunning, instance->home(), {}});
            instance->token([&session, url = snapshot->listenUrl, next](const Result<Secret> &token) {
                give(session, url, token, next);
            });
        });
}

std::optional<Takeover> takeoverOf(CliSession &session)
{
    InstanceAccess *instance = session.access();
    return instance ? std::optional(Takeover(claudePlaces(instance->home()))) : std::nullopt;
}

} // namespace qcc
